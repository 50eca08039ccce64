package io.whetstone.workspace.service.internal;

import io.whetstone.access.service.Memberships;
import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.service.Audited;
import io.whetstone.workspace.entity.WorkspaceInvitation;
import io.whetstone.workspace.service.InvitationChanged;
import io.whetstone.workspace.service.InvitationView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Shows invitations with the names in them, and tells of them. */
@ApplicationScoped
public class InvitationDesk {
    @Inject
    People people;

    @Inject
    Founding founding;

    @Inject
    Memberships memberships;

    @Inject
    Event<Audited> audit;

    @Inject
    Event<InvitationChanged> changes;

    @Inject
    Clock clock;

    public InvitationView view(WorkspaceInvitation invitation) {
        return new InvitationView(
                invitation.id(),
                invitation.workspaceId(),
                founding.nameOf(invitation.workspaceId()),
                invitation.email(),
                invitation.role(),
                people.find(invitation.invitedBy()).map(Person::displayName).orElse(""),
                invitation.createdAt(),
                invitation.expiresAt(),
                !invitation.isOpen(clock.instant()));
    }

    public boolean isMember(UUID workspaceId, String email) {
        return people.findByEmail(email)
                .flatMap(person -> memberships.roleOf(workspaceId, person.id()))
                .isPresent();
    }

    public InvitationView announce(String action, WorkspaceInvitation invitation) {
        var view = view(invitation);
        var after = Map.<String, Object>of("role", invitation.role().name());
        audit.fire(new Audited(action, invitation.workspaceId(), "invitation", invitation.id(), Map.of(), after));
        changes.fire(new InvitationChanged(action, view, invitation.invitedBy()));
        return view;
    }
}
