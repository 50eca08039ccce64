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
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Counter;
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

    private final Map<Kind, Counters> known = new ConcurrentHashMap<>();

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
            var kind = new Kind(
                    resource.getResourceClass(),
                    resource.getResourceMethod(),
                    request.getMethod(),
                    response.getStatus() / 100);
            // To look a counter up by its tags costs the server more than a small answer does.
            var counters = known.computeIfAbsent(kind, this::register);
            counters.requests().inc();
            counters.microseconds().inc(took);
        }
    }

    /** Requests that are counted together. */
    private record Kind(Class<?> type, @Nullable Method method, String verb, int hundreds) {}

    private record Counters(Counter requests, Counter microseconds) {}

    private Counters register(Kind kind) {
        var tags = new Tag[] {
            new Tag("method", kind.verb()),
            new Tag("route", route(template(kind.type()), template(kind.method()))),
            new Tag("status", kind.hundreds() + "xx")
        };
        return new Counters(
                metrics.counter("whetstone_requests", tags), metrics.counter("whetstone_request_microseconds", tags));
    }

    static String route(String ofResource, String ofMethod) {
        return ofMethod.isEmpty() ? "/" + ofResource : "/" + ofResource + "/" + ofMethod;
    }

    static String template(@Nullable AnnotatedElement element) {
        var path = element == null ? null : element.getAnnotation(Path.class);
        return path == null ? "" : path.value().replaceAll("^/|/$", "");
    }
}
