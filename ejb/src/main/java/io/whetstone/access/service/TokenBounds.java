package io.whetstone.access.service;

import io.whetstone.access.entity.Shareable;
import io.whetstone.kernel.service.Principal;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * All that a token made for one purpose can ever do, whatever its person may: the token of a job reads and cancels that
 * job, the token of a widget asks models. It holds behind the endpoints, which name the kinds that they are open to.
 */
final class TokenBounds {
    private static final Set<Permission> OF_JOB = EnumSet.of(Permission.TRAINING_READ, Permission.TRAINING_START);

    /** To ask a model is to read which one a name stands for. */
    private static final Set<Permission> OF_WIDGET = EnumSet.of(Permission.CHAT_USE, Permission.MODEL_READ);

    private TokenBounds() {}

    /** For what concerns a whole workspace. */
    static boolean allow(Principal principal, Permission permission) {
        return switch (principal.kind()) {
            case JOB -> false;
            case WIDGET -> OF_WIDGET.contains(permission);
            case USER, API_KEY, SERVICE_KEY, PUBLISHABLE_KEY, TICKET -> true;
        };
    }

    /** For one object. */
    static boolean allow(Principal principal, Permission permission, Shareable type, UUID id) {
        return switch (principal.kind()) {
            case JOB ->
                type == Shareable.TRAINING_JOB && id.equals(principal.credentialId()) && OF_JOB.contains(permission);
            case WIDGET, USER, API_KEY, SERVICE_KEY, PUBLISHABLE_KEY, TICKET -> allow(principal, permission);
        };
    }

    /** Whether what is the person's own is open to it. */
    static boolean isPerson(Principal principal) {
        return switch (principal.kind()) {
            case JOB, WIDGET -> false;
            case USER, API_KEY, SERVICE_KEY, PUBLISHABLE_KEY, TICKET -> true;
        };
    }
}
