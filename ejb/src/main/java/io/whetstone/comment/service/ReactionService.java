package io.whetstone.comment.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.comment.entity.Comment;
import io.whetstone.comment.entity.CommentRepository;
import io.whetstone.comment.entity.Emoji;
import io.whetstone.comment.entity.ReactionRepository;
import io.whetstone.comment.entity.ReactionRepository.Reaction;
import io.whetstone.comment.service.internal.CommentNews;
import io.whetstone.comment.service.internal.CommentViews;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Answering a comment without words. Both ways may be asked for again without harm. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class ReactionService {
    @Inject
    CommentRepository comments;

    @Inject
    ReactionRepository reactions;

    @Inject
    CommentViews views;

    @Inject
    CommentNews news;

    @Inject
    AccessPolicy access;

    @Inject
    Clock clock;

    public CommentView add(UUID commentId, Emoji emoji) {
        var comment = find(commentId);
        var target = comment.target();
        access.require(Permission.COMMENT_WRITE, target.workspaceId(), target.type(), target.id());

        if (comment.isEmptied()) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This comment was deleted");
        }
        var reaction = new Reaction(commentId, access.requireSelf(), emoji);
        return shown(comment, reactions.add(target.workspaceId(), reaction, clock.instant()));
    }

    public CommentView remove(UUID commentId, Emoji emoji) {
        var comment = find(commentId);
        var target = comment.target();
        access.require(Permission.COMMENT_WRITE, target.workspaceId(), target.type(), target.id());

        return shown(comment, reactions.remove(new Reaction(commentId, access.requireSelf(), emoji)));
    }

    private CommentView shown(Comment comment, boolean changed) {
        if (changed) {
            news.changed(comment.target(), comment.id());
        }
        return Objects.requireNonNull(views.of(List.of(comment)).get(comment.id()));
    }

    private Comment find(UUID commentId) {
        return comments.find(commentId).orElseThrow(() -> ProblemException.notFound("comment", commentId));
    }
}
