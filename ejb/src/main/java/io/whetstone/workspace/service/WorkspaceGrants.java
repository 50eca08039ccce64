package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceKind;
import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.workspace.entity.WorkspaceMember;
import io.whetstone.workspace.entity.WorkspaceRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Memberships of team workspaces that follow from what somebody is elsewhere, such as a group of a directory. It
 * believes its callers, so no resource may call it. An owner stays an owner.
 */
@Stateless
@PermitAll
@SystemScoped
public class WorkspaceGrants {
    @Inject
    WorkspaceRepository workspaces;

    @Inject
    Event<Audited> audit;

    @Inject
    Clock clock;

    /** Makes somebody a member; false when they are one already, or when there is no such team workspace. */
    public boolean join(UUID workspaceId, UUID userId, WorkspaceRole role) {
        var isTeam = workspaces
                .find(workspaceId)
                .filter(workspace -> workspace.kind() == WorkspaceKind.TEAM)
                .isPresent();
        if (!isTeam || workspaces.member(workspaceId, userId).isPresent()) {
            return false;
        }
        workspaces.add(new WorkspaceMember(workspaceId, userId, role, clock.instant()));
        audit.fire(new Audited("member.joined", workspaceId, "user", userId, Map.of(), Map.of("role", role.name())));
        return true;
    }

    /** Gives a member another role. */
    public void changeRole(UUID workspaceId, UUID userId, WorkspaceRole role) {
        workspaces
                .member(workspaceId, userId)
                .filter(member -> member.role() != WorkspaceRole.OWNER && member.role() != role)
                .ifPresent(member -> {
                    var before = member.role();
                    member.changeRole(role);
                    audit.fire(new Audited(
                            "member.role_changed",
                            workspaceId,
                            "user",
                            userId,
                            Map.of("role", before.name()),
                            Map.of("role", role.name())));
                });
    }

    /** Lets a member go. */
    public void leave(UUID workspaceId, UUID userId) {
        workspaces
                .member(workspaceId, userId)
                .filter(member -> member.role() != WorkspaceRole.OWNER)
                .ifPresent(member -> {
                    workspaces.remove(member);
                    audit.fire(Audited.of("member.removed", workspaceId, "user", userId));
                });
    }
}
