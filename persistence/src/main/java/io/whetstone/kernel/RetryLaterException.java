package io.whetstone.kernel;

import java.time.Duration;

/** Refuses what was asked too often, and tells when to ask again. */
public class RetryLaterException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    public RetryLaterException(Duration wait, String detail) {
        this(ProblemType.TOO_MANY_REQUESTS, wait, detail);
    }

    public RetryLaterException(ProblemType type, Duration wait, String detail) {
        super(type, detail);
        this.seconds = Math.max(1, wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0));
    }

    /** Whole seconds to wait, for the header {@code Retry-After} (RFC 9110, 10.2.3). */
    public long seconds() {
        return seconds;
    }
}
