package io.whetstone.access.web;

import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Principal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Holds every endpoint to what it declares, before any of it runs. What is declared nowhere is closed. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class AccessFilter implements ContainerRequestFilter {
    @Inject
    Caller caller;

    @Context
    ResourceInfo endpoint;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = endpoint.getResourceMethod();
        if (declared(method, Open.class) != null) {
            return;
        }
        var principal = caller.principal();
        var access = declared(method, Access.class);
        if (access == null) {
            throw refused("This endpoint is open to nobody");
        }
        require(access, principal, request.getMethod());
    }

    private static void require(Access access, Principal principal, String httpMethod) {
        if (principal.roles().contains(Principal.PASSWORD_CHANGE) && !access.beforePasswordChange()) {
            throw new ProblemException(
                    ProblemType.PASSWORD_CHANGE_REQUIRED, "A one-time password opens nothing but its change");
        }
        if (principal.roles().contains(Principal.SECOND_FACTOR_SETUP) && !access.beforeSecondFactor()) {
            throw new ProblemException(
                    ProblemType.SECOND_FACTOR_REQUIRED, "This installation asks for a second factor: set it up first");
        }
        if (!Arrays.asList(access.kinds()).contains(principal.kind())) {
            throw refused("This endpoint is not open to this kind of credential");
        }
        var reads = HttpMethod.GET.equals(httpMethod) || HttpMethod.HEAD.equals(httpMethod);
        if (!principal.covers(access.value(), reads)) {
            throw refused("This needs a key with the scope " + EnumText.of(access.value()));
        }
    }

    private static ProblemException refused(String why) {
        return new ProblemException(ProblemType.FORBIDDEN, why);
    }

    /**
     * The method's own declaration, else that of its class; a method's {@code Access} outweighs a class's {@code Open}.
     */
    private static <A extends Annotation> @Nullable A declared(Method method, Class<A> type) {
        var own = method.getAnnotation(type);
        var ownElse = method.isAnnotationPresent(Open.class) || method.isAnnotationPresent(Access.class);
        return own != null || ownElse ? own : method.getDeclaringClass().getAnnotation(type);
    }
}
