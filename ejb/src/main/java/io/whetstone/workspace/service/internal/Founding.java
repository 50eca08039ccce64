package io.whetstone.workspace.service.internal;

import io.whetstone.access.entity.WorkspaceKind;
import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.entity.WorkspaceMember;
import io.whetstone.workspace.entity.WorkspaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Lets people into workspaces that row-level security does not show them yet. The caller has judged that before. */
@ApplicationScoped
@SystemScoped
public class Founding {
    @Inject
    WorkspaceRepository workspaces;

    @Inject
    Clock clock;

    /** A new workspace of a team, with its first owner. */
    public Workspace found(String name, UUID ownerId) {
        var workspace = new Workspace(UUID.randomUUID(), name, WorkspaceKind.TEAM, clock.instant());
        workspaces.add(workspace);
        admit(workspace.id(), ownerId, WorkspaceRole.OWNER);
        return workspace;
    }

    /** Makes a person a member; one who is a member already keeps the wider role. */
    public void admit(UUID workspaceId, UUID userId, WorkspaceRole role) {
        workspaces
                .member(workspaceId, userId)
                .ifPresentOrElse(
                        member -> {
                            if (!member.role().includes(role)) {
                                member.changeRole(role);
                            }
                        },
                        () -> workspaces.add(new WorkspaceMember(workspaceId, userId, role, clock.instant())));
        workspaces.flush();
    }

    public String nameOf(UUID workspaceId) {
        return workspaces.find(workspaceId).map(Workspace::name).orElse("");
    }

    public boolean isArchived(UUID workspaceId) {
        return workspaces
                .find(workspaceId)
                .filter(found -> found.archivedAt() != null)
                .isPresent();
    }
}
