package io.whetstone.apikey.web;

import io.whetstone.access.web.Authentication;
import io.whetstone.apikey.service.ActingAudit;
import io.whetstone.apikey.service.KeyRequestLog;
import io.whetstone.apikey.service.KeyRequestLog.Line;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Origin;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Notes every request of a key for the log that its person can read, refused ones too. */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
public class KeyRequestFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String STARTED = KeyRequestFilter.class.getName();

    /** A visitor's request is one of the key that the token was asked for with. */
    private static final Set<PrincipalKind> KEYS = EnumSet.of(
            PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY, PrincipalKind.PUBLISHABLE_KEY, PrincipalKind.WIDGET);

    @Inject
    KeyRequestLog log;

    @Inject
    ActingAudit acting;

    @Inject
    Caller caller;

    @Inject
    Origin origin;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STARTED) instanceof Long started) {
            caller.find()
                    .filter(principal -> KEYS.contains(principal.kind()))
                    .ifPresent(principal -> note(principal, request, response.getStatus(), started));
        }
    }

    private void note(Principal principal, ContainerRequestContext request, int status, long started) {
        var millis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        var path = "/api/" + request.getUriInfo().getPath();
        var line = new Line(request.getMethod(), path, status, millis, origin.address());
        log.add(principal, line);
        if (request.getHeaderString(Authentication.ACTS_FOR) != null) {
            acting.record(principal, line);
        }
    }
}
