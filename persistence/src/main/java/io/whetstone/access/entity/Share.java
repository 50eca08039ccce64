package io.whetstone.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object opened to one person or one workspace beyond its own. The object stays where it is; the share only widens
 * who may read, discuss or change it, and ends when it is removed.
 */
@Entity
@Table(name = "shares")
public class Share {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(name = "resource_type", nullable = false, updatable = false, length = 32)
    private Shareable resourceType;

    @Column(name = "resource_id", nullable = false, updatable = false)
    private UUID resourceId;

    @Column(name = "grantee_user_id", updatable = false)
    private @Nullable UUID granteeUserId;

    @Column(name = "grantee_workspace_id", updatable = false)
    private @Nullable UUID granteeWorkspaceId;

    @Column(nullable = false, length = 16)
    private ShareLevel level;

    @Column(length = 500)
    private @Nullable String note;

    @Column(name = "created_by", nullable = false, updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Share() {}

    private Share(Shared object, ShareLevel level, UUID createdBy, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.workspaceId = object.workspaceId();
        this.resourceType = object.type();
        this.resourceId = object.id();
        this.level = level;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** What is shared, and the workspace that it belongs to. */
    public record Shared(UUID workspaceId, Shareable type, UUID id) {}

    public static Share withPerson(Shared object, UUID userId, ShareLevel level, UUID createdBy, Instant createdAt) {
        var share = new Share(object, level, createdBy, createdAt);
        share.granteeUserId = userId;
        return share;
    }

    public static Share withWorkspace(
            Shared object, UUID workspaceId, ShareLevel level, UUID createdBy, Instant createdAt) {
        var share = new Share(object, level, createdBy, createdAt);
        share.granteeWorkspaceId = workspaceId;
        return share;
    }

    /** Sets what the share allows and the note that the other side reads. */
    public void change(ShareLevel next, @Nullable String text) {
        this.level = next;
        this.note = text;
    }

    /** Whether the other share reaches the same person or workspace. */
    public boolean reachesAs(Share other) {
        return Objects.equals(granteeUserId, other.granteeUserId)
                && Objects.equals(granteeWorkspaceId, other.granteeWorkspaceId);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public Shareable resourceType() {
        return resourceType;
    }

    public UUID resourceId() {
        return resourceId;
    }

    public @Nullable UUID granteeUserId() {
        return granteeUserId;
    }

    public @Nullable UUID granteeWorkspaceId() {
        return granteeWorkspaceId;
    }

    public ShareLevel level() {
        return level;
    }

    public @Nullable String note() {
        return note;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
