package io.whetstone.kernel.web;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version that a change builds on, from the header {@code If-Match} (RFC 9110, 13.1.1). */
public final class IfMatch {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private IfMatch() {}

    /** The version named by the header; its absence is a problem of its own. */
    public static long version(@Nullable String header) {
        if (header == null) {
            throw new ProblemException(ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag that you read");
        }
        var tag = ETAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "If-Match names no version of this resource");
        }
        return Long.parseLong(tag.group(1));
    }
}
