package io.whetstone.widget.web;

import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.PrincipalKind;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets pages elsewhere read what a visitor's token brings, and nothing else (Fetch, 3.2). The question before asks for
 * no credential and opens nothing: whether the page may is judged with the token.
 */
@Provider
@PreMatching
public class CrossOriginFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String PATH = "v1/chat/completions";
    private static final String ORIGIN = "Origin";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final int SECONDS = 600;

    @Inject
    Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        var origin = request.getHeaderString(ORIGIN);
        var asks = HttpMethod.OPTIONS.equals(request.getMethod())
                && HttpMethod.POST.equals(request.getHeaderString("Access-Control-Request-Method"));
        if (origin != null && asks && PATH.equals(request.getUriInfo().getPath())) {
            request.abortWith(Response.noContent()
                    .header(ALLOWED, origin)
                    .header(HttpHeaders.VARY, ORIGIN)
                    .header("Access-Control-Allow-Methods", HttpMethod.POST)
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type")
                    .header("Access-Control-Max-Age", SECONDS)
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var isVisitor = caller.find()
                .filter(principal -> principal.kind() == PrincipalKind.WIDGET)
                .isPresent();
        if (isVisitor) {
            response.getHeaders().putSingle(ALLOWED, request.getHeaderString(ORIGIN));
            response.getHeaders().add(HttpHeaders.VARY, ORIGIN);
        }
    }
}
