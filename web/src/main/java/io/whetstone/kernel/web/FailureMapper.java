package io.whetstone.kernel.web;

import io.whetstone.kernel.ProblemType;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Answers every failure with problem+json. What is our fault is logged once, under the id that the caller gets. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOGGER = System.getLogger(FailureMapper.class.getName());

    @Context
    SecurityContext security;

    @Context
    Request request;

    @Context
    UriInfo uri;

    @Inject
    RefusalNote refusals;

    @Override
    public Response toResponse(Throwable failure) {
        var first = Told.first(failure);
        var answer = answer(failure, first);
        if (first && answer.getEntity() instanceof Problem problem) {
            refusals.note(problem, request.getMethod(), uri);
        }
        return answer;
    }

    private Response answer(Throwable failure, boolean first) {
        if (failure instanceof WebApplicationException web && web.getResponse().hasEntity()) {
            return web.getResponse();
        }
        if (security.isUserInRole("password_change") && Failures.isRefusal(failure)) {
            return Problem.response(ProblemType.PASSWORD_CHANGE_REQUIRED, "A one-time password opens nothing else");
        }
        var later = Failures.retryLater(failure);
        if (later.isPresent()) {
            return Problem.response(Problem.of(later.get()), later.get().seconds());
        }
        var problem = Failures.problem(failure, security.getUserPrincipal() != null);
        return problem.map(Problem::response).orElseGet(() -> internal(failure, first));
    }

    private static Response internal(Throwable failure, boolean first) {
        var traceId = CorrelationFilter.current();
        if (first) {
            LOGGER.log(Level.ERROR, "request.failed trace=" + traceId, failure);
        }
        return Problem.response(Problem.of(
                ProblemType.INTERNAL, "Tell your administrator the trace id " + traceId, List.of(), traceId));
    }
}
