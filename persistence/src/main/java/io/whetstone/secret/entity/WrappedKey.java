package io.whetstone.secret.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A data key as it is stored: wrapped by a master key, of a workspace or of the installation. */
@Entity
@Table(name = "data_keys")
@NamedQuery(
        name = WrappedKey.IN_USE,
        query = "select k from WrappedKey k where k.workspaceId = :workspace and k.retiredAt is null")
@NamedQuery(
        name = WrappedKey.IN_USE_OF_INSTALLATION,
        query = "select k from WrappedKey k where k.workspaceId is null and k.retiredAt is null")
public class WrappedKey {
    static final String IN_USE = "WrappedKey.inUse";
    static final String IN_USE_OF_INSTALLATION = "WrappedKey.inUseOfInstallation";

    @Id
    private UUID id;

    @Column(name = "workspace_id", updatable = false)
    private @Nullable UUID workspaceId;

    @Column(name = "master_key_id", nullable = false, length = 16)
    private String masterKeyId;

    @Column(nullable = false)
    private byte[] wrapped;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected WrappedKey() {}

    public WrappedKey(UUID id, @Nullable UUID workspaceId, String masterKeyId, byte[] wrapped, Instant createdAt) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.masterKeyId = masterKeyId;
        this.wrapped = wrapped.clone();
        this.createdAt = createdAt;
    }

    /** Seals nothing new from here on; what it sealed still opens. */
    public void retire(Instant now) {
        if (retiredAt == null) {
            this.retiredAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public @Nullable UUID workspaceId() {
        return workspaceId;
    }

    public String masterKeyId() {
        return masterKeyId;
    }

    public byte[] wrapped() {
        return wrapped.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant retiredAt() {
        return retiredAt;
    }
}
