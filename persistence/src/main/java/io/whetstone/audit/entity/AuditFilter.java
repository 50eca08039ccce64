package io.whetstone.audit.entity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit log are wanted; what is null does not matter.
 *
 * @param actorId who did it, or for whom it was done
 * @param action how the action begins, as {@code user.}
 * @param text a part of the action, the subject, the address or the changed fields
 */
public record AuditFilter(
        @Nullable UUID actorId,
        @Nullable String action,
        @Nullable UUID workspaceId,
        @Nullable String subject,
        @Nullable UUID subjectId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {
    public AuditFilter inWorkspace(UUID only) {
        return new AuditFilter(actorId, action, only, subject, subjectId, from, to, text);
    }
}
