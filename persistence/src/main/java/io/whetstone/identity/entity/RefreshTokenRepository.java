package io.whetstone.identity.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The refresh tokens of all sessions. */
@Dependent
public class RefreshTokenRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(RefreshToken token) {
        entities.persist(token);
    }

    /** The token, locked: of two uses at once the second sees the first. */
    public Optional<RefreshToken> lock(UUID id) {
        return Optional.ofNullable(entities.find(RefreshToken.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Whether a session of this person was ended after {@code since} and none is left. */
    public boolean allEndedSince(UUID userId, Instant since, Instant now) {
        return entities.createNamedQuery(RefreshToken.COUNT_LIVE, Long.class)
                                .setParameter("user", userId)
                                .setParameter("now", now)
                                .getSingleResult()
                        == 0
                && entities.createNamedQuery(RefreshToken.COUNT_REVOKED, Long.class)
                                .setParameter("user", userId)
                                .setParameter("since", since)
                                .getSingleResult()
                        > 0;
    }

    public void revokeFamily(UUID familyId, Instant now) {
        entities.createNamedQuery(RefreshToken.REVOKE_FAMILY)
                .setParameter("family", familyId)
                .setParameter("now", now)
                .executeUpdate();
    }

    public void revokeOf(UUID userId, Instant now) {
        entities.createNamedQuery(RefreshToken.REVOKE_USER)
                .setParameter("user", userId)
                .setParameter("now", now)
                .executeUpdate();
    }
}
