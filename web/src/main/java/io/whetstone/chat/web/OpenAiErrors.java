package io.whetstone.chat.web;

import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.web.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the problems of {@code /v1} into the form that OpenAI's clients understand. */
@Provider
public class OpenAiErrors implements ContainerResponseFilter {
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && request.getUriInfo().getPath().startsWith("v1/")) {
            response.setEntity(body(problem), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    static Map<String, Object> body(Problem problem) {
        var error = new HashMap<String, @Nullable Object>();
        error.put("message", problem.detail() == null ? problem.title() : problem.detail());
        error.put("type", type(problem));
        error.put(
                "param",
                problem.errors().isEmpty()
                        ? null
                        : problem.errors().get(0).pointer().substring(1));
        error.put("code", problem.code().toLowerCase(Locale.ROOT));
        return Map.of("error", error);
    }

    private static String type(Problem problem) {
        if (problem.code().equals(ProblemType.BUDGET_EXHAUSTED.name())) {
            return "insufficient_quota";
        }
        return switch (problem.status()) {
            case UNAUTHENTICATED -> "authentication_error";
            case FORBIDDEN -> "permission_error";
            case TOO_MANY -> "rate_limit_error";
            default -> problem.status() >= SERVER ? "server_error" : "invalid_request_error";
        };
    }
}
