package io.whetstone.storage.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Lets clients behind narrow proxies send the methods of TUS as {@code POST}, as the protocol says. */
@Provider
@PreMatching
public class TusMethodFilter implements ContainerRequestFilter {
    private static final Set<String> ALLOWED = Set.of(HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.HEAD);

    @Override
    public void filter(ContainerRequestContext request) {
        var method = request.getHeaderString("X-HTTP-Method-Override");
        var isUpload = request.getUriInfo().getPath().startsWith("uploads/");
        if (isUpload && HttpMethod.POST.equals(request.getMethod()) && ALLOWED.contains(String.valueOf(method))) {
            request.setMethod(method);
        }
    }
}
