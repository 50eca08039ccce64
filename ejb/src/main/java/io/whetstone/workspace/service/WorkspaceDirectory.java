package io.whetstone.workspace.service;

import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.entity.WorkspaceKind;
import io.whetstone.workspace.entity.WorkspaceMember;
import io.whetstone.workspace.entity.WorkspaceRepository;
import io.whetstone.workspace.entity.WorkspaceRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who belongs to which workspace. It runs in the transaction, and under the row-level security, of whoever asks. */
@ApplicationScoped
public class WorkspaceDirectory {
    @Inject
    WorkspaceRepository workspaces;

    @Inject
    Clock clock;

    public Optional<WorkspaceRole> roleOf(UUID workspaceId, UUID userId) {
        return workspaces.roleOf(workspaceId, userId);
    }

    public List<MembershipView> membershipsOf(UUID userId) {
        return workspaces.membershipsOf(userId).stream()
                .flatMap(member -> workspaces.find(member.workspaceId()).stream()
                        .map(found -> new MembershipView(found.id(), found.name(), found.kind(), member.role())))
                .toList();
    }

    /** A new personal workspace, still without its owner. */
    public UUID createPersonal(String name) {
        var workspace = new Workspace(UUID.randomUUID(), name, WorkspaceKind.PERSONAL, clock.instant());
        workspaces.add(workspace);
        return workspace.id();
    }

    public void join(UUID workspaceId, UUID userId, WorkspaceRole role) {
        workspaces.add(new WorkspaceMember(workspaceId, userId, role, clock.instant()));
    }
}
