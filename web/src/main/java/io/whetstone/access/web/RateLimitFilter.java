package io.whetstone.access.web;

import io.whetstone.access.service.RateLimiter;
import io.whetstone.access.service.RateLimiter.Allowance;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Origin;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses who asks too often, and tells everybody in each answer what is left: {@code RateLimit-Policy} and {@code
 * RateLimit} as in draft-ietf-httpapi-ratelimit-headers-10, {@code Retry-After} as in RFC 9110.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String LEFT = RateLimitFilter.class.getName();

    @Inject
    RateLimiter limiter;

    @Inject
    Caller caller;

    @Inject
    Origin origin;

    @Override
    public void filter(ContainerRequestContext request) {
        limiter.take(caller.find().orElse(null), origin.address()).ifPresent(left -> {
            request.setProperty(LEFT, left);
            if (left.isExceeded()) {
                throw new ProblemException(
                        ProblemType.TOO_MANY_REQUESTS,
                        "At most %d requests a minute; try again in %d s".formatted(left.limit(), left.resetSeconds()));
            }
        });
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(LEFT) instanceof Allowance left) {
            var headers = response.getHeaders();
            headers.putSingle("RateLimit-Policy", "\"minute\";q=%d;w=60".formatted(left.limit()));
            headers.putSingle(
                    "RateLimit", "\"minute\";r=%d;t=%d".formatted(Math.max(0, left.remaining()), left.resetSeconds()));
            if (left.isExceeded()) {
                headers.putSingle("Retry-After", left.resetSeconds());
            }
        }
    }
}
