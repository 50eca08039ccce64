package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceKind;
import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.access.service.MembershipView;
import io.whetstone.access.service.Memberships;
import io.whetstone.identity.service.PersonalWorkspaces;
import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.entity.WorkspaceMember;
import io.whetstone.workspace.entity.WorkspaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who belongs to which workspace. It runs in the transaction, and under the row-level security, of whoever asks. */
@ApplicationScoped
public class WorkspaceDirectory implements Memberships, PersonalWorkspaces {
    @Inject
    WorkspaceRepository workspaces;

    @Inject
    Clock clock;

    /** In an archived workspace everybody only reads. */
    @Override
    public Optional<WorkspaceRole> roleOf(UUID workspaceId, UUID userId) {
        return workspaces
                .standing(workspaceId, userId)
                .map(standing -> standing.archived() ? WorkspaceRole.VIEWER : standing.role());
    }

    @Override
    public List<MembershipView> membershipsOf(UUID userId) {
        return workspaces.membershipsOf(userId).stream()
                .flatMap(member -> workspaces.find(member.workspaceId()).stream()
                        .map(found -> new MembershipView(
                                found.id(), found.name(), found.kind(), member.role(), found.archivedAt() != null)))
                .toList();
    }

    @Override
    public UUID create(String name) {
        var workspace = new Workspace(UUID.randomUUID(), name, WorkspaceKind.PERSONAL, clock.instant());
        workspaces.add(workspace);
        return workspace.id();
    }

    @Override
    public void give(UUID workspaceId, UUID ownerId) {
        workspaces.add(new WorkspaceMember(workspaceId, ownerId, WorkspaceRole.OWNER, clock.instant()));
    }
}
