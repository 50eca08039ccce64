package io.whetstone.secret.entity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a secret is.
 *
 * @param workspaceId the workspace that it belongs to and whose data key seals it; for a person their personal one
 * @param userId the person; null when it is the workspace's
 */
public record SecretOwner(UUID workspaceId, @Nullable UUID userId) {
    public static SecretOwner workspace(UUID workspaceId) {
        return new SecretOwner(workspaceId, null);
    }

    public static SecretOwner person(UUID userId, UUID personalWorkspaceId) {
        return new SecretOwner(personalWorkspaceId, userId);
    }

    public boolean isPerson() {
        return userId != null;
    }
}
