package io.whetstone.kernel.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/** Puts the version of an answered view into {@code ETag}, for the next {@code If-Match}. */
@Provider
public class EtagFilter implements ContainerResponseFilter {
    private static final ClassValue<Optional<Method>> VERSIONS = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .filter(part -> part.getName().equals("version") && part.getType() == long.class)
                            .map(part -> part.getAccessor())
                            .findFirst()
                    : Optional.empty();
        }
    };

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var view = response.getEntity();
        if (view != null) {
            VERSIONS.get(view.getClass())
                    .ifPresent(version ->
                            response.getHeaders().putSingle(HttpHeaders.ETAG, "\"%d\"".formatted(read(version, view))));
        }
    }

    private static long read(Method version, Object view) {
        try {
            return (long) version.invoke(view);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
