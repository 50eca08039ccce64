package io.whetstone.workspace.entity;

import io.whetstone.access.entity.WorkspaceRole;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's role in one workspace. */
@Entity
@Table(name = "workspace_members")
@IdClass(WorkspaceMember.Key.class)
public class WorkspaceMember {
    @Id
    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(nullable = false, length = 16)
    private WorkspaceRole role;

    @Column(name = "joined_at", nullable = false, updatable = false)
    private Instant joinedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected WorkspaceMember() {}

    public WorkspaceMember(UUID workspaceId, UUID userId, WorkspaceRole role, Instant joinedAt) {
        this.workspaceId = workspaceId;
        this.userId = userId;
        this.role = role;
        this.joinedAt = joinedAt;
    }

    public void changeRole(WorkspaceRole next) {
        this.role = next;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public UUID userId() {
        return userId;
    }

    public WorkspaceRole role() {
        return role;
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    /** The identity of a membership. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID workspaceId;
        private UUID userId;

        @SuppressWarnings("NullAway.Init") // for JPA
        public Key() {}

        public Key(UUID workspaceId, UUID userId) {
            this.workspaceId = workspaceId;
            this.userId = userId;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && workspaceId.equals(key.workspaceId) && userId.equals(key.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(workspaceId, userId);
        }
    }
}
