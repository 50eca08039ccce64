package io.whetstone.dataset.service;

import io.whetstone.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in a list that is ordered by number. Opaque on the wire. */
final class NumberCursor {
    private NumberCursor() {}

    static String encode(long number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    static long parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
            throw new IllegalArgumentException(text);
        } catch (IllegalArgumentException foreign) {
            var problem = ProblemException.invalid("/cursor", "is not a cursor that this list gave");
            problem.initCause(foreign);
            throw problem;
        }
    }
}
