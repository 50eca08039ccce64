package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceKind;
import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.workspace.entity.Workspace;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace.
 *
 * @param plan the name by which feature flags know it
 * @param role the caller's
 * @param archivedAt since when it can only be read
 * @param deleteAt when it will be deleted with all that belongs to it
 */
public record WorkspaceView(
        UUID id,
        long version,
        String name,
        WorkspaceKind kind,
        String plan,
        WorkspaceRole role,
        Instant createdAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deleteAt) {
    static WorkspaceView of(Workspace workspace, WorkspaceRole role) {
        return new WorkspaceView(
                workspace.id(),
                workspace.version(),
                workspace.name(),
                workspace.kind(),
                workspace.plan(),
                role,
                workspace.createdAt(),
                workspace.archivedAt(),
                workspace.deleteAt());
    }
}
