package io.whetstone.identity.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions of all people; row-level security shows each person their own. */
@Dependent
public class SessionRepository {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** Stores it at once: its refresh token refers to this row. */
    public void add(Session session) {
        entities.persist(session);
        entities.flush();
    }

    public Optional<Session> find(UUID id) {
        return Optional.ofNullable(entities.find(Session.class, id));
    }

    public Optional<Session> lock(UUID id) {
        return Optional.ofNullable(entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those that still open something, the one used last first. */
    public List<Session> liveOf(UUID userId, Instant now) {
        return entities.createNamedQuery(Session.LIVE_OF_USER, Session.class)
                .setParameter("user", userId)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Ends all sessions of a person and tells how many that were. */
    public int revokeOf(UUID userId, Instant now) {
        return entities.createNamedQuery(Session.REVOKE_USER)
                .setParameter("user", userId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Ends all sessions of a person but one, and tells how many that were. */
    public int revokeOthers(UUID userId, UUID kept, Instant now) {
        return entities.createNamedQuery(Session.REVOKE_OTHERS)
                .setParameter("user", userId)
                .setParameter("kept", kept)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Has all open sessions end this long after they were used, unless they end earlier. */
    public void limitIdleTime(Duration idleTime) {
        entities.createNativeQuery("update sessions set expires_at = last_used_at + ?1 * interval '1 second'"
                        + " where revoked_at is null and expires_at > last_used_at + ?1 * interval '1 second'")
                .setParameter(1, idleTime.toSeconds())
                .executeUpdate();
    }

    /** Has all open sessions end this long after they began, unless they end earlier. */
    public void limitLife(Duration life) {
        entities.createNativeQuery("update sessions set ends_at = created_at + ?1 * interval '1 second',"
                        + " expires_at = least(expires_at, created_at + ?1 * interval '1 second')"
                        + " where revoked_at is null and ends_at > created_at + ?1 * interval '1 second'")
                .setParameter(1, life.toSeconds())
                .executeUpdate();
    }

    /** Whether the owner of an e-mail address signed in from this network address since then. */
    public boolean hasSignedInFrom(String email, String address, Instant since) {
        return !entities.createNativeQuery("select 1 from sessions s join users u on u.id = s.user_id"
                        + " where lower(u.email) = lower(?1) and s.address = ?2 and s.created_at > ?3 limit 1")
                .setParameter(1, email)
                .setParameter(2, address)
                .setParameter(3, Timestamp.from(since))
                .getResultList()
                .isEmpty();
    }

    /** Where a person signed in from, the latest first. */
    public List<String> addressesOf(UUID userId) {
        List<?> rows = entities.createNativeQuery(
                        "select address from sessions where user_id = ?1 group by address order by max(created_at) desc")
                .setParameter(1, userId)
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream().map(String::valueOf).toList();
    }
}
