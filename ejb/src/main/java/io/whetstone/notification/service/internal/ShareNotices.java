package io.whetstone.notification.service.internal;

import io.whetstone.notification.entity.Notification.Content;
import io.whetstone.notification.entity.NotificationKind;
import io.whetstone.sharing.service.ObjectShared;
import io.whetstone.workspace.service.WorkspaceNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Tells people of what others share with them, directly or with a workspace of theirs. */
@ApplicationScoped
public class ShareNotices {
    @Inject
    Notifier notifier;

    @Inject
    WorkspaceNames workspaces;

    void shared(@Observes ObjectShared share) {
        var title = "%s shared the %s “%s” with you"
                .formatted(notifier.nameOf(share.sharedBy()), Pages.noun(share.resourceType()), share.resourceName());
        var allowed = switch (share.level()) {
            case VIEW -> "You may view it.";
            case COMMENT -> "You may view it and comment on it.";
            case EDIT -> "You may view, comment on and change it.";
        };
        var content = new Content(
                NotificationKind.OBJECT_SHARED,
                share.workspaceId(),
                title,
                allowed,
                Pages.of(share.resourceType(), share.resourceId()));
        grantees(share).stream()
                .filter(person -> !person.equals(share.sharedBy()))
                .forEach(person -> notifier.tell(person, content));
    }

    private List<UUID> grantees(ObjectShared share) {
        var person = share.granteeUserId();
        var workspace = share.granteeWorkspaceId();
        if (person != null) {
            return List.of(person);
        }
        return workspace == null ? List.of() : workspaces.peopleIn(workspace);
    }
}
