package io.whetstone.access.web;

import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which principals an endpoint is open to, on a method or for all of a class. An endpoint with neither this nor {@link
 * Open} fails the build and is closed to everybody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Access {
    /** The scope that a key must have; {@code GET} and {@code HEAD} are open to {@link Scope#READ} as well. */
    Scope value();

    PrincipalKind[] kinds() default {PrincipalKind.USER, PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY};

    /** Whether a token that a one-time password opened is enough. */
    boolean beforePasswordChange() default false;

    /** Whether a token whose person has yet to set up a second factor is enough. */
    boolean beforeSecondFactor() default false;
}
