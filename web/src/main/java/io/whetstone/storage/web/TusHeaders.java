package io.whetstone.storage.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** The headers that every answer of TUS has: also one that no method of the resource gave, as to a wrong media type. */
@Provider
public class TusHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        if (path.equals("uploads") || path.startsWith("uploads/")) {
            response.getHeaders().putSingle(TusFilter.RESUMABLE, TusFilter.VERSION);
            response.getHeaders().putSingle("Tus-Version", TusFilter.VERSION);
        }
    }
}
