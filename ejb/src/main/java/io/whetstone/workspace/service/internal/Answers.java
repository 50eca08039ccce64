package io.whetstone.workspace.service.internal;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.workspace.entity.InvitationRepository;
import io.whetstone.workspace.entity.WorkspaceInvitation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Finds the invitation that the caller answers: one to the e-mail address of the caller's account, and no other. */
@ApplicationScoped
@SystemScoped
public class Answers {
    @Inject
    InvitationRepository invitations;

    @Inject
    People people;

    @Inject
    AccessPolicy access;

    public WorkspaceInvitation toCaller(UUID invitationId) {
        var email = caller().email();
        return invitations
                .lock(invitationId)
                .filter(invitation -> invitation.email().equalsIgnoreCase(email))
                .orElseThrow(() -> ProblemException.notFound("invitation", invitationId));
    }

    public Person caller() {
        return people.find(access.requireSelf()).orElseThrow();
    }
}
