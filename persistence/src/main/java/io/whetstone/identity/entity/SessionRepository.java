package io.whetstone.identity.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
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

    public void revokeOf(UUID userId, Instant now) {
        entities.createNamedQuery(Session.REVOKE_USER)
                .setParameter("user", userId)
                .setParameter("now", now)
                .executeUpdate();
    }
}
