package io.whetstone.audit.entity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param id the person or the server's key; null for the system, the command line and people who are not signed in
 * @param kind what proved it, else {@code claimed} for an account that somebody named without proving it, {@code
 *     nobody}, {@code system} or {@code local}
 * @param actingForId the person that a server's key named
 */
public record AuditActor(
        @Nullable UUID id,
        String kind,
        @Nullable UUID credentialId,
        @Nullable UUID actingForId) {
    public static final AuditActor NOBODY = new AuditActor(null, "nobody", null, null);
    public static final AuditActor SYSTEM = new AuditActor(null, "system", null, null);

    /** Somebody who has just proved who they are, and has no session yet. */
    public static AuditActor person(UUID id) {
        return new AuditActor(id, "user", null, null);
    }

    /** Somebody who says to be this person. */
    public static AuditActor claimed(UUID id) {
        return new AuditActor(id, "claimed", null, null);
    }
}
