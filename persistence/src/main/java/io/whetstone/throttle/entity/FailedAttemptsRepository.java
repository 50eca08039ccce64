package io.whetstone.throttle.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The failures of all accounts and addresses; only the system sees them. */
@Dependent
public class FailedAttemptsRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** The failures so far, locked: attempts at once, on whatever node, are counted one after the other. */
    public FailedAttempts lock(String kind, byte[] key, Instant now) {
        entities.createNativeQuery("insert into failed_attempts (kind, key, failures, last_at, blocked_until)"
                        + " values (?1, ?2, 0, ?3, ?3) on conflict do nothing")
                .setParameter(1, kind)
                .setParameter(2, key)
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
        return row(entities.createNativeQuery("select failures, last_at, blocked_until from failed_attempts"
                        + " where kind = ?1 and key = ?2 for update")
                .setParameter(1, kind)
                .setParameter(2, key));
    }

    public Optional<FailedAttempts> find(String kind, byte[] key) {
        List<?> rows = entities.createNativeQuery(
                        "select failures, last_at, blocked_until from failed_attempts where kind = ?1 and key = ?2")
                .setParameter(1, kind)
                .setParameter(2, key)
                .getResultList();
        return rows.stream().findFirst().map(row -> attempts((Object[]) row));
    }

    public void set(String kind, byte[] key, FailedAttempts attempts) {
        entities.createNativeQuery("update failed_attempts set failures = ?3, last_at = ?4, blocked_until = ?5"
                        + " where kind = ?1 and key = ?2")
                .setParameter(1, kind)
                .setParameter(2, key)
                .setParameter(3, attempts.failures())
                .setParameter(4, Timestamp.from(attempts.lastAt()))
                .setParameter(5, Timestamp.from(attempts.blockedUntil()))
                .executeUpdate();
    }

    public void remove(String kind, byte[] key) {
        entities.createNativeQuery("delete from failed_attempts where kind = ?1 and key = ?2")
                .setParameter(1, kind)
                .setParameter(2, key)
                .executeUpdate();
    }

    public boolean hasBefore(Instant limit) {
        return !entities.createNativeQuery(
                        "select 1 from failed_attempts where last_at < ?1 and blocked_until < ?1 limit 1")
                .setParameter(1, Timestamp.from(limit))
                .getResultList()
                .isEmpty();
    }

    /** Removes those that count no more, the oldest first. */
    public void removeBefore(Instant limit, int most) {
        entities.createNativeQuery("delete from failed_attempts where ctid = any (array(select ctid from"
                        + " failed_attempts where last_at < ?1 and blocked_until < ?1 order by last_at limit ?2))")
                .setParameter(1, Timestamp.from(limit))
                .setParameter(2, most)
                .executeUpdate();
    }

    private static FailedAttempts row(Query query) {
        return attempts((Object[]) query.getSingleResult());
    }

    private static FailedAttempts attempts(Object[] row) {
        return new FailedAttempts(
                ((Number) row[0]).intValue(), ((Timestamp) row[1]).toInstant(), ((Timestamp) row[2]).toInstant());
    }
}
