package io.whetstone.secret.entity;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.JsonbConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential of an outside service. It knows its value only as sealed; an owner has one for each provider. */
@Entity
@Table(name = "secrets")
@NamedQuery(name = Secret.FIND, query = "select s from Secret s where s.id = :id and " + Secret.VISIBLE)
@NamedQuery(
        name = Secret.NEWEST,
        query = "select s from Secret s where " + Secret.VISIBLE + " order by s.createdAt desc, s.id desc")
@NamedQuery(
        name = Secret.NEWEST_AFTER,
        query = "select s from Secret s where (" + Secret.VISIBLE + ") and (s.createdAt < :at"
                + " or (s.createdAt = :at and s.id < :after)) order by s.createdAt desc, s.id desc")
@NamedQuery(
        name = Secret.OF_WORKSPACE,
        query = "select s from Secret s where s.provider = :provider and s.userId is null"
                + " and s.workspaceId = :workspace")
@NamedQuery(name = Secret.OF_PERSON, query = "select s from Secret s where s.provider = :provider and s.userId = :user")
@NamedQuery(
        name = Secret.SEALED_WITH_ANOTHER_KEY,
        query = "select s from Secret s where s.workspaceId = :workspace and s.dataKeyId <> :key order by s.id")
public class Secret {
    static final String FIND = "Secret.find";
    static final String NEWEST = "Secret.newest";
    static final String NEWEST_AFTER = "Secret.newestAfter";
    static final String OF_WORKSPACE = "Secret.ofWorkspace";
    static final String OF_PERSON = "Secret.ofPerson";
    static final String SEALED_WITH_ANOTHER_KEY = "Secret.sealedWithAnotherKey";

    /** The workspace's, or the person's own. */
    static final String VISIBLE = "((s.userId is null and s.workspaceId = :workspace) or s.userId = :user)";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(name = "user_id", updatable = false)
    private @Nullable UUID userId;

    @Column(nullable = false, updatable = false, length = 64)
    private String provider;

    @Column(nullable = false, length = 500)
    private String description;

    @Column(name = "data_key_id", nullable = false)
    private UUID dataKeyId;

    @Column(nullable = false)
    private String sealed;

    @Column(nullable = false, length = 16)
    private String fingerprint;

    @Column(name = "last_four", length = 4)
    private @Nullable String lastFour;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false)
    private JsonNode metadata;

    @Column(name = "created_by", nullable = false, updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Secret() {}

    /** A secret whose id was chosen before, since its value is sealed for it. */
    public Secret(UUID id, SecretOwner owner, String provider, SealedValue value, UUID createdBy, Instant now) {
        this.id = id;
        this.workspaceId = owner.workspaceId();
        this.userId = owner.userId();
        this.provider = provider;
        this.description = "";
        this.createdBy = createdBy;
        this.createdAt = now;
        this.changedAt = now;
        keep(value);
    }

    public void describe(String text, Instant now) {
        this.description = text;
        this.changedAt = now;
    }

    public void replace(SealedValue value, Instant now) {
        keep(value);
        this.changedAt = now;
    }

    private void keep(SealedValue value) {
        this.dataKeyId = value.dataKeyId();
        this.sealed = value.sealed();
        this.fingerprint = value.fingerprint();
        this.lastFour = value.lastFour();
        this.metadata = value.metadata();
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public SecretOwner owner() {
        return new SecretOwner(workspaceId, userId);
    }

    public String provider() {
        return provider;
    }

    public String description() {
        return description;
    }

    public SealedValue value() {
        return new SealedValue(dataKeyId, sealed, fingerprint, lastFour, metadata);
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }
}
