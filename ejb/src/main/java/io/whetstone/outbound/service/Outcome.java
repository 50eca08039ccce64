package io.whetstone.outbound.service;

/** How a request to an outside system ended. Metrics count by it. */
public enum Outcome {
    /** An answer of success or a redirect that was not to be followed, read to its end or closed. */
    ANSWERED,
    /** An answer of 400 to 499. */
    CLIENT_ERROR,
    /** An answer of 500 or more. */
    SERVER_ERROR,
    /** The address may not be asked. */
    REFUSED,
    /** The name is unknown or nobody takes the connection. */
    UNREACHABLE,
    /** One of the time limits was reached. */
    TIMED_OUT,
    /** The connection ended before the answer did. */
    CUT,
    /** The answer is larger than allowed. */
    TOO_LARGE,
    /** The answer is of a type that is not allowed. */
    WRONG_TYPE,
    /** The answer is not HTTP as we speak it, or the certificate is not right. */
    BAD_ANSWER,
    /** There were too many redirects, or one that must not be followed. */
    REDIRECTED,
    /** The host failed too often and is left alone for a while. */
    CIRCUIT_OPEN,
    /** Too many requests go to the host already. */
    BUSY,
    /** The caller closed the answer or gave up before it came. */
    CANCELLED
}
