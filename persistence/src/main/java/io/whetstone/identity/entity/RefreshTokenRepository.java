package io.whetstone.identity.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
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
}
