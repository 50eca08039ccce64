package io.whetstone.comment.entity;

import io.whetstone.comment.entity.Comment.Target;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.ProblemException;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Comments. Row-level security decides which of them the caller finds. */
@Dependent
public class CommentRepository {
    /** One that was taken back is left out unless replies still hang on it. */
    private static final String THREADS = "select c from Comment c where c.workspaceId = :workspace"
            + " and c.resourceType = :type and c.resourceId = :id and c.parentId is null"
            + " and (c.deletedAt is null or exists (select r.id from Comment r where r.parentId = c.id))";

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** Stores it at once. What it answers may have gone in the meantime. */
    public void add(Comment comment) {
        try {
            entities.persist(comment);
            entities.flush();
        } catch (PersistenceException failure) {
            if (comment.parentId() != null && isDangling(failure)) {
                var gone = ProblemException.notFound("comment", comment.parentId());
                gone.initCause(failure);
                throw gone;
            }
            throw failure;
        }
    }

    public void flush() {
        entities.flush();
    }

    public Optional<Comment> find(UUID id) {
        return Optional.ofNullable(entities.find(Comment.class, id));
    }

    /** Keeps replies from coming in until the end of the transaction. */
    public void lock(Comment comment) {
        entities.lock(comment, LockModeType.PESSIMISTIC_WRITE);
    }

    public void remove(Comment comment) {
        entities.remove(comment);
        entities.flush();
    }

    /** The begins of threads, newest first; {@code limit + 1} rows tell whether there are more. */
    public List<Comment> threads(Target target, @Nullable Cursor after, int limit) {
        var order = " order by c.createdAt desc, c.id desc";
        var query = after == null
                ? entities.createQuery(THREADS + order, Comment.class)
                : entities.createQuery(
                                THREADS + " and (c.createdAt < :at or (c.createdAt = :at and c.id < :before))" + order,
                                Comment.class)
                        .setParameter("at", after.at())
                        .setParameter("before", after.id());
        return query.setParameter("workspace", target.workspaceId())
                .setParameter("type", target.type())
                .setParameter("id", target.id())
                .setMaxResults(limit + 1)
                .getResultList();
    }

    /** The replies in these threads, in their order. */
    public List<Comment> replies(Collection<UUID> threads) {
        return threads.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select c from Comment c where c.parentId in :threads order by c.createdAt, c.id",
                                Comment.class)
                        .setParameter("threads", threads)
                        .getResultList();
    }

    public long replyCount(UUID thread) {
        return entities.createQuery("select count(c) from Comment c where c.parentId = :thread", Long.class)
                .setParameter("thread", thread)
                .getSingleResult();
    }

    private static boolean isDangling(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof SQLException database && FOREIGN_KEY_VIOLATION.equals(database.getSQLState()));
    }
}
