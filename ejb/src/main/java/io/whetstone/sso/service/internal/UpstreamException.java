package io.whetstone.sso.service.internal;

/** An issuer or directory that could not be asked, or whose answer makes no sense. The message is for the log. */
class UpstreamException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UpstreamException(String message) {
        super(message);
    }

    UpstreamException(String message, Throwable cause) {
        super(message, cause);
    }
}
