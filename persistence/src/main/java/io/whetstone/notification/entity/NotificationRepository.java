package io.whetstone.notification.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people were told of. */
@Dependent
public class NotificationRepository {
    private static final String OWN = "select n from Notification n where n.userId = :user";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(Notification notification) {
        entities.persist(notification);
        entities.flush();
    }

    public Optional<Notification> find(UUID userId, UUID id) {
        return Optional.ofNullable(entities.find(Notification.class, id))
                .filter(found -> found.userId().equals(userId));
    }

    public void remove(Notification notification) {
        entities.remove(notification);
    }

    /** Newest first; {@code limit + 1} rows tell whether there are more. */
    public List<Notification> newest(UUID userId, boolean unreadOnly, @Nullable Cursor after, int limit) {
        var unread = unreadOnly ? " and n.readAt is null" : "";
        var order = " order by n.createdAt desc, n.id desc";
        var query = after == null
                ? entities.createQuery(OWN + unread + order, Notification.class)
                : entities.createQuery(
                                OWN + unread + " and (n.createdAt < :at or (n.createdAt = :at and n.id < :before))"
                                        + order,
                                Notification.class)
                        .setParameter("at", after.at())
                        .setParameter("before", after.id());
        return query.setParameter("user", userId).setMaxResults(limit + 1).getResultList();
    }

    public long unread(UUID userId) {
        return entities.createQuery(
                        "select count(n) from Notification n where n.userId = :user and n.readAt is null", Long.class)
                .setParameter("user", userId)
                .getSingleResult();
    }

    public int readAll(UUID userId, Instant now) {
        return entities.createQuery(
                        "update Notification n set n.readAt = :now where n.userId = :user and n.readAt is null")
                .setParameter("now", now)
                .setParameter("user", userId)
                .executeUpdate();
    }

    public boolean hasBefore(Instant limit) {
        return (boolean) entities.createNativeQuery("select exists (select from notifications where created_at < ?1)")
                .setParameter(1, Timestamp.from(limit))
                .getSingleResult();
    }

    public void forget(Instant limit, int most) {
        entities.createNativeQuery("delete from notifications where id in (select id from notifications"
                        + " where created_at < ?1 order by created_at limit ?2)")
                .setParameter(1, Timestamp.from(limit))
                .setParameter(2, most)
                .executeUpdate();
    }
}
