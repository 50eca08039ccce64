package io.whetstone.kernel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.whetstone.kernel.FieldProblem;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of every error answer (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        List<FieldProblem> errors,
        @Nullable String traceId) {
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    public static Problem of(ProblemException failure) {
        return of(failure.type(), failure.getMessage(), failure.errors(), null);
    }

    static Problem of(ProblemType type, @Nullable String detail, List<FieldProblem> errors, @Nullable String traceId) {
        return new Problem(
                "/problems/" + type.slug(), type.title(), type.status(), detail, type.name(), errors, traceId);
    }

    static Response response(ProblemType type, @Nullable String detail) {
        return response(of(type, detail, List.of(), null));
    }

    static Response response(Problem problem, long retryAfterSeconds) {
        return Response.fromResponse(response(problem))
                .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
                .build();
    }

    static Response response(Problem problem) {
        var response = Response.status(problem.status()).type(MEDIA_TYPE).entity(problem);
        if (problem.status() == ProblemType.UNAUTHENTICATED.status()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"whetstone\"");
        }
        return response.build();
    }

    /** Answers with this problem where no resource is asked. */
    void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE.toString());
        Json.mapper().writeValue(response.getOutputStream(), this);
    }
}
