package io.whetstone.kernel.web;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;

/** The name that a caller gives a request, so that its repetition is known as one. */
public final class IdempotencyKey {
    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    public static void require(String key) {
        if (key.isBlank() || key.length() > LONGEST) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "Idempotency-Key must have 1 to 255 characters");
        }
    }
}
