package io.whetstone.audit.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.audit.entity.AuditEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log.
 *
 * @param seq its number in the chain; absent for the moment before it is sealed
 * @param actorKind what proved who did it: {@code user}, {@code api_key}, …; or {@code claimed} for an
 *     account that was only named, {@code nobody}, {@code system}, {@code local}
 * @param before the changed fields as they were
 * @param after the changed fields as they became
 */
public record AuditEventView(
        UUID id,
        @Nullable Long seq,
        Instant at,
        @Nullable UUID actorId,
        String actorKind,
        @Nullable UUID credentialId,
        @Nullable UUID actingForId,
        @Nullable UUID workspaceId,
        String action,
        String subject,
        @Nullable UUID subjectId,
        JsonNode before,
        JsonNode after,
        String address,
        String userAgent,
        String requestId,
        @Nullable String hash) {
    static AuditEventView of(AuditEvent event) {
        var facts = event.facts();
        var actor = event.actor();
        var origin = event.origin();
        return new AuditEventView(
                event.id(),
                event.seq(),
                Objects.requireNonNull(event.at()),
                actor.id(),
                actor.kind(),
                actor.credentialId(),
                actor.actingForId(),
                facts.workspaceId(),
                facts.action(),
                facts.subject(),
                facts.subjectId(),
                facts.before(),
                facts.after(),
                origin.address(),
                origin.userAgent(),
                origin.requestId(),
                event.hash());
    }
}
