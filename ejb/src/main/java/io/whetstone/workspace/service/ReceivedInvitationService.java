package io.whetstone.workspace.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.workspace.entity.InvitationRepository;
import io.whetstone.workspace.service.internal.Answers;
import io.whetstone.workspace.service.internal.Founding;
import io.whetstone.workspace.service.internal.InvitationDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The invitations that the caller has got, and the caller's answers. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class ReceivedInvitationService {
    @Inject
    InvitationRepository invitations;

    @Inject
    Answers answers;

    @Inject
    Founding founding;

    @Inject
    InvitationDesk desk;

    @Inject
    AccessPolicy access;

    @Inject
    Clock clock;

    public List<InvitationView> mine() {
        access.requireSelf();
        return invitations.openTo(answers.caller().email(), clock.instant()).stream()
                .map(desk::view)
                .toList();
    }

    public InvitationView accept(UUID invitationId) {
        var userId = access.requireSelf();
        var invitation = answers.toCaller(invitationId);
        if (founding.isArchived(invitation.workspaceId())) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This workspace is archived");
        }
        invitation.accept(clock.instant());
        founding.admit(invitation.workspaceId(), userId, invitation.role());
        return desk.announce("invitation.accepted", invitation);
    }

    public InvitationView decline(UUID invitationId) {
        access.requireSelf();
        var invitation = answers.toCaller(invitationId);
        invitation.decline(clock.instant());
        return desk.announce("invitation.declined", invitation);
    }
}
