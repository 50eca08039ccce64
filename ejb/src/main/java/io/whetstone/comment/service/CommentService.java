package io.whetstone.comment.service;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.comment.entity.Comment;
import io.whetstone.comment.entity.Comment.Target;
import io.whetstone.comment.entity.CommentRepository;
import io.whetstone.comment.service.internal.Audience;
import io.whetstone.comment.service.internal.CommentDesk;
import io.whetstone.comment.service.internal.CommentViews;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people say about an object. One public method is one transaction. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class CommentService {
    private static final int MOST_CANDIDATES = 20;

    @Inject
    CommentRepository comments;

    @Inject
    CommentDesk desk;

    @Inject
    CommentViews views;

    @Inject
    Audience audience;

    @Inject
    AccessPolicy access;

    @Inject
    Clock clock;

    /** The threads about an object with their replies, newest thread first. */
    public Page<CommentView> list(UUID workspaceId, Shareable type, UUID id, @Nullable Cursor after, int limit) {
        var home = access.require(Permission.COMMENT_READ, workspaceId, type, id);

        var target = new Target(home, type, id);
        desk.nameOf(target);
        var threads = comments.threads(target, after, limit);
        var shown = views.of(threads);
        return Page.of(
                threads,
                limit,
                thread -> new Cursor(thread.createdAt(), thread.id()),
                thread -> Objects.requireNonNull(shown.get(thread.id())));
    }

    /** Whom a comment on an object can name: those who can read it, by a part of their name. */
    public List<PersonView> candidates(UUID workspaceId, Shareable type, UUID id, String search) {
        var home = access.require(Permission.COMMENT_WRITE, workspaceId, type, id);

        var target = new Target(home, type, id);
        desk.nameOf(target);
        return audience.find(target, search.strip(), MOST_CANDIDATES);
    }

    public CommentView post(UUID workspaceId, @Valid WriteComment command) {
        var type = command.resourceType();
        var home = access.require(Permission.COMMENT_WRITE, workspaceId, type, command.resourceId());

        var target = new Target(home, type, command.resourceId());
        return view(desk.post(target, access.requireSelf(), command));
    }

    /** Changes the words of the caller's own comment. */
    public CommentView edit(UUID commentId, long version, @Valid EditComment command) {
        var comment = comments.find(commentId).orElseThrow(() -> notFound(commentId));
        requireWrite(comment);
        if (!comment.authorId().equals(access.requireSelf())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only its author changes a comment");
        }
        if (comment.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The comment was changed meanwhile");
        }
        desk.edit(comment, command);
        return view(comment);
    }

    /** Takes back the caller's own comment, or as an administrator of the workspace anybody's. */
    public void delete(UUID commentId) {
        var comment = comments.find(commentId).orElseThrow(() -> notFound(commentId));
        requireWrite(comment);
        if (!comment.authorId().equals(access.requireSelf())) {
            access.require(Permission.COMMENT_ADMIN, comment.target().workspaceId());
        }
        desk.delete(comment, clock.instant());
    }

    private void requireWrite(Comment comment) {
        var target = comment.target();
        access.require(Permission.COMMENT_WRITE, target.workspaceId(), target.type(), target.id());
    }

    private CommentView view(Comment comment) {
        return Objects.requireNonNull(views.of(List.of(comment)).get(comment.id()));
    }

    private static ProblemException notFound(UUID commentId) {
        return ProblemException.notFound("comment", commentId);
    }
}
