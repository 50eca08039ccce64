package io.whetstone.kernel.web;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Stands before the server's own mapper for broken constraints, which answers in HTML. */
@Provider
public class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {
    @Context
    Request request;

    @Context
    UriInfo uri;

    @Inject
    RefusalNote refusals;

    @Override
    public Response toResponse(ConstraintViolationException violations) {
        var problem = Failures.problem(violations, true).orElseThrow();
        if (Told.first(violations)) {
            refusals.note(problem, request.getMethod(), uri);
        }
        return Problem.response(problem);
    }
}
