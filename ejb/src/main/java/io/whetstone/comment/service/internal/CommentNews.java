package io.whetstone.comment.service.internal;

import io.whetstone.comment.entity.Comment;
import io.whetstone.comment.entity.Comment.Target;
import io.whetstone.comment.service.CommentPosted;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.service.Audited;
import io.whetstone.realtime.service.RealtimePublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the audit log, those who have the object open, and those concerned of a comment. */
@ApplicationScoped
public class CommentNews {
    @Inject
    Event<Audited> audit;

    @Inject
    Event<CommentPosted> posted;

    @Inject
    RealtimePublisher realtime;

    /** The text stays out of the log. */
    public void audited(String action, Comment comment) {
        var target = comment.target();
        var subject = EnumText.of(target.type());
        var after = Map.<String, Object>of("comment", comment.id().toString());
        audit.fire(new Audited(action, target.workspaceId(), subject, target.id(), Map.of(), after));
        changed(target, comment.id());
    }

    /** Whoever follows the topic reads again what they may see. */
    public void changed(Target target, UUID commentId) {
        var topic = "comments/%s/%s".formatted(EnumText.of(target.type()), target.id());
        realtime.publish(target.workspaceId(), topic, "changed", Map.of("id", commentId));
    }

    public void posted(Comment comment, String name, Set<UUID> mentioned, @Nullable UUID answered) {
        var target = comment.target();
        posted.fire(new CommentPosted(
                target.workspaceId(),
                target.type(),
                target.id(),
                name,
                comment.id(),
                comment.authorId(),
                comment.text(),
                mentioned,
                answered));
    }
}
