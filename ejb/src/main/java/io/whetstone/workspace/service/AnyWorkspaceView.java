package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceKind;
import io.whetstone.workspace.entity.Workspace;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace as administrators of the installation see it: nothing of what is in it. */
public record AnyWorkspaceView(
        UUID id,
        long version,
        String name,
        WorkspaceKind kind,
        String plan,
        long members,
        Instant createdAt,
        @Nullable Instant archivedAt) {
    static AnyWorkspaceView of(Workspace workspace, long members) {
        return new AnyWorkspaceView(
                workspace.id(),
                workspace.version(),
                workspace.name(),
                workspace.kind(),
                workspace.plan(),
                members,
                workspace.createdAt(),
                workspace.archivedAt());
    }
}
