package io.whetstone.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The rows of the outbox: in with the change that they tell of, out at least once. */
@Dependent
public class OutboxRepository {
    private static final JsonbConverter JSON = new JsonbConverter();

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(String topic, JsonNode payload, Instant now) {
        entities.createNativeQuery("insert into outbox (topic, payload, created_at, next_attempt_at)"
                        + " values (?1, cast(?2 as jsonb), ?3, ?3)")
                .setParameter(1, topic)
                .setParameter(2, payload.toString())
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }

    /** Takes due messages for the rest of the transaction; other nodes skip them. */
    public List<OutboxMessage> claim(Instant now, int limit) {
        var rows = entities.createNativeQuery("select id, topic, cast(payload as text), attempts from outbox"
                        + " where delivered_at is null and next_attempt_at <= ?1"
                        + " order by next_attempt_at, id limit ?2 for update skip locked")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, limit)
                .getResultList();
        return ((List<?>) rows).stream().map(row -> message((Object[]) row)).toList();
    }

    /** Hides a message from claims until then. */
    public void lend(long id, Instant until) {
        entities.createNativeQuery("update outbox set next_attempt_at = ?2 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(until))
                .executeUpdate();
    }

    public void delivered(long id, Instant now) {
        entities.createNativeQuery("update outbox set delivered_at = ?2, last_error = null where id = ?1")
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(now))
                .executeUpdate();
    }

    public void failed(long id, String error, Instant nextAttempt) {
        entities.createNativeQuery(
                        "update outbox set attempts = attempts + 1, last_error = ?2, next_attempt_at = ?3 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, error)
                .setParameter(3, Timestamp.from(nextAttempt))
                .executeUpdate();
    }

    private static OutboxMessage message(Object[] row) {
        return new OutboxMessage(
                ((Number) row[0]).longValue(),
                (String) row[1],
                Objects.requireNonNull(JSON.convertToEntityAttribute(row[2])),
                ((Number) row[3]).intValue());
    }
}
