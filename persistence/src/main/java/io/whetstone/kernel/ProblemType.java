package io.whetstone.kernel;

/** Every kind of failure that a caller may see. Names and slugs are public: clients decide by them. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "You may not do this"),
    PASSWORD_CHANGE_REQUIRED(403, "Change your password first"),
    SECOND_FACTOR_REQUIRED(403, "Set up a second factor first"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This resource does not offer that method"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be served"),
    CONFLICT(409, "The request conflicts with what is stored"),
    ILLEGAL_TRANSITION(409, "The resource is not in a state that allows this"),
    GONE(410, "The resource is no longer there"),
    PRECONDITION_FAILED(412, "The resource was changed by somebody else"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not supported"),
    RANGE_NOT_SATISFIABLE(416, "The range lies outside of the resource"),
    UNPROCESSABLE(422, "The request is well formed but cannot be carried out"),
    LOCKED(423, "Somebody else is changing this now"),
    PRECONDITION_REQUIRED(428, "The request must say which version it changes"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    BUDGET_EXHAUSTED(429, "The budget of this month is used up"),
    CHECKSUM_MISMATCH(460, "The content does not have the announced checksum"),
    INTERNAL(500, "Something went wrong on our side"),
    UPSTREAM_FAILED(502, "A system that we depend on failed"),
    UNAVAILABLE(503, "The service cannot answer now"),
    STORAGE_FULL(507, "There is no space left to store this");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The last part of the problem's address, {@code /problems/<slug>}. */
    public String slug() {
        return EnumText.of(this).replace('_', '-');
    }
}
