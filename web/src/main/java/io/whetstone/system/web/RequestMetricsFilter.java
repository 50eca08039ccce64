package io.whetstone.system.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests and their time by route: by the template of the path, never by the path, whose values have no end.
 * Counters and no timer: the server prints a timer's quantiles in nanoseconds under a name that says seconds.
 */
@Provider
public class RequestMetricsFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String STARTED = RequestMetricsFilter.class.getName();

    @Inject
    MetricRegistry metrics;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STARTED) instanceof Long started && resource.getResourceClass() != null) {
            var took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started);
            var tags = new Tag[] {
                new Tag("method", request.getMethod()),
                new Tag("route", route(template(resource.getResourceClass()), template(resource.getResourceMethod()))),
                new Tag("status", response.getStatus() / 100 + "xx")
            };
            metrics.counter("whetstone_requests", tags).inc();
            metrics.counter("whetstone_request_microseconds", tags).inc(took);
        }
    }

    static String route(String ofResource, String ofMethod) {
        return ofMethod.isEmpty() ? "/" + ofResource : "/" + ofResource + "/" + ofMethod;
    }

    static String template(@Nullable AnnotatedElement element) {
        var path = element == null ? null : element.getAnnotation(Path.class);
        return path == null ? "" : path.value().replaceAll("^/|/$", "");
    }
}
