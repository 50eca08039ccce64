package io.whetstone.realtime.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads what happened in the topics, and keeps tickets. */
@Dependent
public class RealtimeRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** The number of the last event of a topic; 0 before the first. */
    public long last(RealtimeTopic topic) {
        List<?> found = entities.createNativeQuery(
                        "select seq from realtime_topics where workspace_id = ?1 and topic = ?2")
                .setParameter(1, topic.workspaceId())
                .setParameter(2, topic.name())
                .getResultList();
        return found.isEmpty() ? 0 : ((Number) found.get(0)).longValue();
    }

    /** The events after a number, in order. */
    public List<RealtimeEvent> after(RealtimeTopic topic, long seq, int most) {
        List<?> rows = entities.createNativeQuery("select seq, event, cast(data as text), at from realtime_events"
                        + " where workspace_id = ?1 and topic = ?2 and seq > ?3 order by seq limit ?4")
                .setParameter(1, topic.workspaceId())
                .setParameter(2, topic.name())
                .setParameter(3, seq)
                .setParameter(4, most)
                .getResultList();
        return rows.stream().map(row -> event(topic, (Object[]) row)).toList();
    }

    public void addTicket(byte[] hash, UUID userId, Instant expiresAt) {
        entities.createNativeQuery("insert into realtime_tickets (hash, user_id, expires_at) values (?1, ?2, ?3)")
                .setParameter(1, hash)
                .setParameter(2, userId)
                .setParameter(3, Timestamp.from(expiresAt))
                .executeUpdate();
    }

    /** Takes a ticket away and returns whose it was; nothing when it was used, has expired or never was. */
    public List<UUID> useTicket(byte[] hash, Instant now) {
        List<?> users = entities.createNativeQuery(
                        "delete from realtime_tickets where hash = ?1 returning user_id, expires_at > ?2")
                .setParameter(1, hash)
                .setParameter(2, Timestamp.from(now))
                .getResultList();
        return users.stream()
                .map(Object[].class::cast)
                .filter(row -> (Boolean) row[1])
                .map(row -> (UUID) row[0])
                .toList();
    }

    /** Whether any workspace has events from before {@code limit}. */
    public boolean hasBefore(Instant limit) {
        return !entities.createNativeQuery("select 1 from realtime_events where at < ?1 limit 1")
                .setParameter(1, Timestamp.from(limit))
                .getResultList()
                .isEmpty();
    }

    /** Removes up to {@code most} events of all workspaces that happened before {@code limit}. */
    public int forget(Instant limit, int most) {
        return entities.createNativeQuery("delete from realtime_events where (workspace_id, topic, seq) in"
                        + " (select workspace_id, topic, seq from realtime_events where at < ?1 order by at limit ?2)")
                .setParameter(1, Timestamp.from(limit))
                .setParameter(2, most)
                .executeUpdate();
    }

    public int forgetTickets(Instant now) {
        return entities.createNativeQuery("delete from realtime_tickets where expires_at < ?1")
                .setParameter(1, Timestamp.from(now))
                .executeUpdate();
    }

    private static RealtimeEvent event(RealtimeTopic topic, Object[] row) {
        return new RealtimeEvent(topic, ((Number) row[0]).longValue(), (String) row[1], (String) row[2], time(row[3]));
    }

    private static Instant time(Object column) {
        return column instanceof Instant instant ? instant : ((Timestamp) column).toInstant();
    }
}
