package io.whetstone.comment.service.internal;

import io.whetstone.comment.entity.Comment;
import io.whetstone.comment.entity.Comment.Target;
import io.whetstone.comment.entity.CommentRepository;
import io.whetstone.comment.service.EditComment;
import io.whetstone.comment.service.WriteComment;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes comments down, and sees to it that those concerned hear of them. */
@ApplicationScoped
public class CommentDesk {
    private static final int MOST_REPLIES = 200;

    @Inject
    CommentRepository comments;

    @Inject
    DiscussedObjects objects;

    @Inject
    Audience audience;

    @Inject
    CommentNews news;

    @Inject
    Clock clock;

    /** What the object is called; what is not there is not found. */
    public String nameOf(Target target) {
        return objects.nameOf(target);
    }

    public Comment post(Target target, UUID author, WriteComment command) {
        var name = objects.nameOf(target);
        var parent = command.parentId() == null ? null : parent(target, command.parentId());
        var now = clock.instant();
        var comment = parent == null ? Comment.on(target, author, now) : parent.reply(author, now);
        comment.say(command.text().strip(), audience.named(target, command.mentions()));
        comments.add(comment);
        news.audited("comment.created", comment);
        news.posted(comment, name, comment.mentions(), answered(target, parent));
        return comment;
    }

    public void edit(Comment comment, EditComment command) {
        var newly = new HashSet<>(audience.named(comment.target(), command.mentions()));
        var named = new HashSet<>(newly);
        newly.removeAll(comment.mentions());
        comment.say(command.text().strip(), named);
        comment.edited(clock.instant());
        comments.flush();
        news.audited("comment.edited", comment);
        news.posted(comment, objects.nameOf(comment.target()), newly, null);
    }

    /** Replies that come in at the same time are waited for. */
    public void delete(Comment comment, Instant now) {
        comments.lock(comment);
        if (comment.isEmptied()) {
            throw ProblemException.notFound("comment", comment.id());
        }
        if (comments.replyCount(comment.id()) > 0) {
            comment.empty(now);
            comments.flush();
        } else {
            comments.remove(comment);
        }
        news.audited("comment.deleted", comment);
    }

    private Comment parent(Target target, UUID parentId) {
        var parent = comments.find(parentId)
                .filter(found -> found.target().equals(target))
                .orElseThrow(() -> ProblemException.invalid("/parentId", "is no comment on this"));
        if (comments.replyCount(parentId) >= MOST_REPLIES) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "A thread holds %d replies; begin another".formatted(MOST_REPLIES));
        }
        return parent;
    }

    /** Whoever may no longer read the object hears nothing. */
    private @Nullable UUID answered(Target target, @Nullable Comment parent) {
        return parent != null && audience.of(target).contains(parent.authorId()) ? parent.authorId() : null;
    }
}
