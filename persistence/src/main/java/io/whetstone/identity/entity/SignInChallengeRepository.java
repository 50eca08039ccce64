package io.whetstone.identity.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins between their two steps; only the system sees them. */
@Dependent
public class SignInChallengeRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(SignInChallenge challenge) {
        entities.persist(challenge);
        entities.flush();
    }

    /** The challenge, locked: two codes at once are counted one after the other. */
    public Optional<SignInChallenge> lock(UUID id) {
        return Optional.ofNullable(entities.find(SignInChallenge.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
