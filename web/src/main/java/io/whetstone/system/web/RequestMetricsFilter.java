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
import java.time.Duration;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/** Counts and times requests by route: by the template of the path, never by the path, whose values have no end. */
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
            metrics.timer(
                            "whetstone_requests",
                            new Tag("method", request.getMethod()),
                            new Tag("route", route()),
                            new Tag("status", response.getStatus() / 100 + "xx"))
                    .update(Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private String route() {
        return "/" + template(resource.getResourceClass()) + suffix(template(resource.getResourceMethod()));
    }

    private static String suffix(String template) {
        return template.isEmpty() ? "" : "/" + template;
    }

    private static String template(@Nullable AnnotatedElement element) {
        var path = element == null ? null : element.getAnnotation(Path.class);
        return path == null ? "" : path.value().replaceAll("^/|/$", "");
    }
}
