package io.whetstone.identity.web;

import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a browser sends for a page of another site. Browsers say so in {@code Sec-Fetch-Site}, older ones in
 * {@code Origin}; programs send neither and have no cookies to misuse.
 */
@Provider
@SameOrigin
public class SameOriginFilter implements ContainerRequestFilter {
    @Inject
    IdentityConfig config;

    @Override
    public void filter(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        var origin = request.getHeaderString("Origin");
        var own = site != null ? site.equals("same-origin") || site.equals("none") : isOwn(origin, request);
        if (!own) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This is open to pages of this installation only");
        }
    }

    private boolean isOwn(@Nullable String origin, ContainerRequestContext request) {
        if (origin == null) {
            return true;
        }
        return origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeaderString("Host"))
                || origin.equalsIgnoreCase(config.url().replaceAll("/+$", ""));
    }
}
