package io.whetstone.notification.service.internal;

import io.whetstone.comment.service.CommentPosted;
import io.whetstone.notification.entity.Notification.Content;
import io.whetstone.notification.entity.NotificationKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tells those who are named in a comment, and whom it answers: each once, and nobody of their own words. */
@ApplicationScoped
public class CommentNotices {
    @Inject
    Notifier notifier;

    void posted(@Observes CommentPosted comment) {
        var answered = comment.answered();
        var mentioned = comment.mentioned();
        var author = notifier.nameOf(comment.authorId());
        mentioned.forEach(person -> tell(person, NotificationKind.MENTION, author + " mentioned you", comment));
        if (answered != null && !mentioned.contains(answered)) {
            tell(answered, NotificationKind.REPLY, author + " replied to you", comment);
        }
    }

    private void tell(UUID person, NotificationKind kind, String what, CommentPosted comment) {
        if (person.equals(comment.authorId())) {
            return;
        }
        var title = "%s in “%s”".formatted(what, comment.resourceName());
        var link = Pages.of(comment.resourceType(), comment.resourceId()) + "?comment=" + comment.commentId();
        notifier.tell(person, new Content(kind, comment.workspaceId(), title, comment.text(), link));
    }
}
