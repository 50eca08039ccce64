package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceKind;
import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.identity.service.People;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.workspace.entity.WorkspaceMember;
import io.whetstone.workspace.entity.WorkspaceRepository;
import io.whetstone.workspace.service.internal.Standing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is in a workspace. Administrators look after members and viewers; owners also after administrators and owners.
 * There is always an owner, and a personal workspace has no other people.
 */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class WorkspaceMemberService {
    @Inject
    WorkspaceRepository workspaces;

    @Inject
    People people;

    @Inject
    Standing standing;

    @Inject
    AccessPolicy access;

    @Inject
    Event<Audited> audit;

    /** Those who came first at the beginning. */
    public List<MemberView> list(UUID workspaceId) {
        access.require(Permission.WORKSPACE_READ, workspaceId);
        return workspaces.members(workspaceId).stream().map(this::view).toList();
    }

    public MemberView changeRole(UUID workspaceId, UUID userId, WorkspaceRole role) {
        access.require(Permission.MEMBER_ADMIN, workspaceId);

        var caller = standing.require(workspaceId, WorkspaceRole.ADMIN).member();
        var member = find(workspaceId, userId);
        requireMay(caller, member.role());
        requireMay(caller, role);
        var before = member.role();
        if (role != WorkspaceRole.OWNER) {
            requireAnotherOwner(member);
        }
        member.changeRole(role);
        workspaces.flush();
        audit.fire(new Audited(
                "member.role_changed",
                workspaceId,
                "user",
                userId,
                Map.of("role", before.name()),
                Map.of("role", role.name())));
        return view(member);
    }

    /** Makes another member an owner and the caller an administrator. */
    public List<MemberView> transfer(UUID workspaceId, UUID userId) {
        access.require(Permission.MEMBER_ADMIN, workspaceId);

        var held = standing.require(workspaceId, WorkspaceRole.OWNER);
        var heir = find(workspaceId, userId);
        if (heir.userId().equals(held.member().userId())) {
            throw ProblemException.invalid("/userId", "is yourself");
        }
        if (held.workspace().kind() == WorkspaceKind.PERSONAL) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "A personal workspace stays with its person");
        }
        heir.changeRole(WorkspaceRole.OWNER);
        held.member().changeRole(WorkspaceRole.ADMIN);
        workspaces.flush();
        audit.fire(Audited.of("workspace.transferred", workspaceId, "user", userId));
        return list(workspaceId);
    }

    /** Lets somebody go, or the caller leave. */
    public void remove(UUID workspaceId, UUID userId) {
        access.require(Permission.WORKSPACE_READ, workspaceId);

        var member = find(workspaceId, userId);
        if (!userId.equals(access.requireSelf())) {
            requireMay(standing.require(workspaceId, WorkspaceRole.ADMIN).member(), member.role());
        }
        requireAnotherOwner(member);
        workspaces.remove(member);
        workspaces.flush();
        audit.fire(Audited.of("member.removed", workspaceId, "user", userId));
    }

    private static void requireMay(WorkspaceMember caller, WorkspaceRole role) {
        if (role.includes(WorkspaceRole.ADMIN) && caller.role() != WorkspaceRole.OWNER) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only an owner decides about owners and administrators");
        }
    }

    /** Refuses what would leave the workspace without an owner. */
    private void requireAnotherOwner(WorkspaceMember member) {
        if (member.role() == WorkspaceRole.OWNER && workspaces.owners(member.workspaceId()) == 1) {
            throw new ProblemException(ProblemType.CONFLICT, "A workspace must have an owner: transfer it first");
        }
    }

    private WorkspaceMember find(UUID workspaceId, UUID userId) {
        return workspaces.member(workspaceId, userId).orElseThrow(() -> ProblemException.notFound("member", userId));
    }

    private MemberView view(WorkspaceMember member) {
        var person = people.find(member.userId()).orElseThrow();
        return new MemberView(person.id(), person.email(), person.displayName(), member.role(), member.joinedAt());
    }
}
