package io.whetstone.dataset.web;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bytes of a file that are asked for, both ends included (RFC 9110, 14.1.2). */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The range that a header asks of a file; absent when all of it is meant, as several ranges may be answered. */
    static @Nullable ByteRange parse(@Nullable String header, long size) {
        var range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || range.group().equals("bytes=-")) {
            return null;
        }
        var asked = range.group(1).isEmpty()
                ? new ByteRange(Math.max(0, size - Long.parseLong(range.group(2))), size - 1)
                : new ByteRange(Long.parseLong(range.group(1)), last(range.group(2), size));
        if (asked.first >= size || asked.first > asked.last) {
            throw new ProblemException(ProblemType.RANGE_NOT_SATISFIABLE, "The file has %d bytes".formatted(size));
        }
        return asked;
    }

    long length() {
        return last - first + 1;
    }

    private static long last(String text, long size) {
        return text.isEmpty() ? size - 1 : Math.min(Long.parseLong(text), size - 1);
    }
}
