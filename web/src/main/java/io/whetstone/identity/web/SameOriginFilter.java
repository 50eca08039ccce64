package io.whetstone.identity.web;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses what a browser sends for a page of another site. */
@Provider
@SameOrigin
public class SameOriginFilter implements ContainerRequestFilter {
    @Inject
    OwnPages pages;

    @Override
    public void filter(ContainerRequestContext request) {
        var own = pages.sent(
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                request.getHeaderString("Host"));
        if (!own) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This is open to pages of this installation only");
        }
    }
}
