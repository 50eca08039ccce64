package io.whetstone.audit.entity;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.JsonbConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit log. It is written once. The database dates it; its place in the chain is given to it after its
 * commit.
 */
@Entity
@Table(name = "audit_events")
public class AuditEvent {
    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant at;

    @Column(name = "workspace_id", updatable = false)
    private @Nullable UUID workspaceId;

    @Column(name = "actor_id", updatable = false)
    private @Nullable UUID actorId;

    @Column(name = "actor_kind", nullable = false, updatable = false)
    private String actorKind;

    @Column(name = "credential_id", updatable = false)
    private @Nullable UUID credentialId;

    @Column(name = "acting_for_id", updatable = false)
    private @Nullable UUID actingForId;

    @Column(nullable = false, updatable = false)
    private String action;

    @Column(nullable = false, updatable = false)
    private String subject;

    @Column(name = "subject_id", updatable = false)
    private @Nullable UUID subjectId;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false, updatable = false)
    private JsonNode before;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false, updatable = false)
    private JsonNode after;

    @Column(nullable = false, updatable = false)
    private String address;

    @Column(name = "user_agent", nullable = false, updatable = false)
    private String userAgent;

    @Column(name = "request_id", nullable = false, updatable = false)
    private String requestId;

    @Column(insertable = false, updatable = false)
    private @Nullable Long seq;

    @Column(insertable = false, updatable = false)
    private @Nullable String hash;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected AuditEvent() {}

    public AuditEvent(AuditFacts facts, AuditActor actor, AuditOrigin origin) {
        this.id = UUID.randomUUID();
        this.workspaceId = facts.workspaceId();
        this.action = facts.action();
        this.subject = facts.subject();
        this.subjectId = facts.subjectId();
        this.before = facts.before();
        this.after = facts.after();
        this.actorId = actor.id();
        this.actorKind = actor.kind();
        this.credentialId = actor.credentialId();
        this.actingForId = actor.actingForId();
        this.address = origin.address();
        this.userAgent = origin.userAgent();
        this.requestId = origin.requestId();
    }

    public UUID id() {
        return id;
    }

    /** When it happened; absent until it is read back. */
    public @Nullable Instant at() {
        return at;
    }

    /** Its number in the chain; absent for the moment between its commit and its sealing. */
    public @Nullable Long seq() {
        return seq;
    }

    public @Nullable String hash() {
        return hash;
    }

    public AuditFacts facts() {
        return new AuditFacts(action, workspaceId, subject, subjectId, before, after);
    }

    public AuditActor actor() {
        return new AuditActor(actorId, actorKind, credentialId, actingForId);
    }

    public AuditOrigin origin() {
        return new AuditOrigin(address, userAgent, requestId);
    }
}
