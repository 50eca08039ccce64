package io.whetstone.sso.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A membership of a workspace that a provider's group gave, and takes away again. */
@Entity
@Table(name = "external_memberships")
@IdClass(ExternalMembership.Key.class)
public class ExternalMembership {
    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Id
    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "provider_id", nullable = false, updatable = false)
    private UUID providerId;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ExternalMembership() {}

    public ExternalMembership(UUID userId, UUID workspaceId, UUID providerId) {
        this.userId = userId;
        this.workspaceId = workspaceId;
        this.providerId = providerId;
    }

    public UUID userId() {
        return userId;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public UUID providerId() {
        return providerId;
    }

    /** The identity of such a membership. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID userId;
        private UUID workspaceId;

        @SuppressWarnings("NullAway.Init") // for JPA
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && userId.equals(key.userId) && workspaceId.equals(key.workspaceId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId, workspaceId);
        }
    }
}
