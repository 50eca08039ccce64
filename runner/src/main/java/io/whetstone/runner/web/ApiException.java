package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A refusal in the words and the form of OpenAI's API: {@code {"error":{"message","type","param","code"}}}. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String INVALID = "invalid_request_error";

    private final int status;
    private final String type;
    private final @Nullable String param;
    private final @Nullable String code;

    private ApiException(int status, String type, String message, @Nullable String param, @Nullable String code) {
        super(message);
        this.status = status;
        this.type = type;
        this.param = param;
        this.code = code;
    }

    static ApiException invalid(String message, @Nullable String param, @Nullable String code) {
        return new ApiException(400, INVALID, message, param, code);
    }

    static ApiException unsupported(String param) {
        return invalid("This server does not support '%s'.".formatted(param), param, "unsupported_parameter");
    }

    static ApiException unauthenticated() {
        return new ApiException(401, INVALID, "Incorrect API key provided.", null, "invalid_api_key");
    }

    static ApiException unknownUrl(String method, String path) {
        return new ApiException(404, INVALID, "Invalid URL (%s %s)".formatted(method, path), null, "unknown_url");
    }

    static ApiException modelNotFound(String model) {
        var message = "The model `%s` does not exist or you do not have access to it.".formatted(model);
        return new ApiException(404, INVALID, message, "model", "model_not_found");
    }

    static ApiException methodNotAllowed(String method) {
        return new ApiException(405, INVALID, "Not allowed to %s here.".formatted(method), null, "method_not_allowed");
    }

    static ApiException tooLarge(int limit) {
        var message = "The request body is larger than %d bytes.".formatted(limit);
        return new ApiException(413, INVALID, message, null, "request_too_large");
    }

    static ApiException contextExceeded(int limit, int tokens, String param) {
        var message = "This model's maximum context length is %d tokens. However, your %s resulted in %d tokens."
                .formatted(limit, param, tokens);
        return invalid(message, param, "context_length_exceeded");
    }

    static ApiException queueFull() {
        var message = "The queue of this model is full. Please try again later.";
        return new ApiException(429, "requests", message, null, "rate_limit_exceeded");
    }

    static ApiException internal(String message) {
        return new ApiException(500, "server_error", message, null, null);
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        var body = Json.object();
        body.putObject("error")
                .put("message", getMessage())
                .put("type", type)
                .put("param", param)
                .put("code", code);
        return body;
    }
}
