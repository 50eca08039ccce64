package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceKind;
import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.workspace.entity.InvitationRepository;
import io.whetstone.workspace.entity.WorkspaceInvitation;
import io.whetstone.workspace.entity.WorkspaceInvitation.Offer;
import io.whetstone.workspace.service.internal.InvitationDesk;
import io.whetstone.workspace.service.internal.Standing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Invitations to a workspace, for those who look after it. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class WorkspaceInvitationService {
    @Inject
    InvitationRepository invitations;

    @Inject
    Standing standing;

    @Inject
    InvitationDesk desk;

    @Inject
    WorkspaceConfig config;

    @Inject
    AccessPolicy access;

    @Inject
    Clock clock;

    /** Those that nobody has answered, newest first. */
    public List<InvitationView> list(UUID workspaceId) {
        access.require(Permission.MEMBER_ADMIN, workspaceId);
        return invitations.pendingOf(workspaceId).stream().map(desk::view).toList();
    }

    public InvitationView invite(UUID workspaceId, @Valid InvitePerson command) {
        access.require(Permission.MEMBER_ADMIN, workspaceId);

        var held = standing.require(workspaceId, WorkspaceRole.ADMIN);
        if (held.workspace().kind() == WorkspaceKind.PERSONAL) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "A personal workspace has one person; make one for the team");
        }
        requireMay(held.member().role(), command.role());
        if (desk.isMember(workspaceId, command.email())) {
            throw new ProblemException(ProblemType.CONFLICT, "This person is in the workspace already");
        }
        var now = clock.instant();
        invitations.pendingTo(workspaceId, command.email()).ifPresent(former -> former.revoke(now));
        invitations.flush();
        var invitation = new WorkspaceInvitation(
                new Offer(workspaceId, command.email().strip(), command.role()),
                access.requireSelf(),
                now,
                now.plus(config.invitationLife()));
        invitations.add(invitation);
        return desk.announce("invitation.created", invitation);
    }

    public void revoke(UUID workspaceId, UUID invitationId) {
        access.require(Permission.MEMBER_ADMIN, workspaceId);

        var invitation = invitations
                .lock(invitationId)
                .filter(found -> found.workspaceId().equals(workspaceId))
                .orElseThrow(() -> ProblemException.notFound("invitation", invitationId));
        invitation.revoke(clock.instant());
        invitations.flush();
        desk.announce("invitation.revoked", invitation);
    }

    private static void requireMay(WorkspaceRole caller, WorkspaceRole offered) {
        if (offered == WorkspaceRole.OWNER) {
            throw ProblemException.invalid("/role", "must be admin, member or viewer; an owner is made by a transfer");
        }
        if (offered == WorkspaceRole.ADMIN && caller != WorkspaceRole.OWNER) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only an owner invites administrators");
        }
    }
}
