package io.whetstone.notification.service.internal;

import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.notification.entity.Notification.Content;
import io.whetstone.notification.entity.NotificationKind;
import io.whetstone.workspace.service.InvitationChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells the person who is invited, if the address has an account, and then the one who asked. */
@ApplicationScoped
public class InvitationNotices {
    @Inject
    Notifier notifier;

    @Inject
    People people;

    void changed(@Observes InvitationChanged change) {
        switch (change.action()) {
            case "invitation.created" -> invited(change);
            case "invitation.accepted" -> answered(change, "accepted");
            case "invitation.declined" -> answered(change, "declined");
            default -> {
                // Whoever takes an invitation back leaves nothing to do.
            }
        }
    }

    private void invited(InvitationChanged change) {
        var invitation = change.invitation();
        var title =
                "%s invited you to the workspace “%s”".formatted(invitation.invitedBy(), invitation.workspaceName());
        people.findByEmail(invitation.email())
                .filter(Person::active)
                .ifPresent(person -> notifier.tell(person.id(), content(change, title, Pages.INVITATIONS)));
    }

    private void answered(InvitationChanged change, String answer) {
        var invitation = change.invitation();
        var who =
                people.findByEmail(invitation.email()).map(Person::displayName).orElse(invitation.email());
        var title = "%s %s your invitation to “%s”".formatted(who, answer, invitation.workspaceName());
        notifier.tell(change.invitedBy(), content(change, title, Pages.WORKSPACE));
    }

    private static Content content(InvitationChanged change, String title, String link) {
        return new Content(NotificationKind.INVITATION, change.invitation().workspaceId(), title, "", link);
    }
}
