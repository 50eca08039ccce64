package io.whetstone.secondfactor.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The second factors of all people; only the system sees them. */
@Dependent
public class SecondFactorRepository {
    private static final int MOST_CODES = 50;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(SecondFactor factor) {
        entities.persist(factor);
        entities.flush();
    }

    public void add(RecoveryCode code) {
        entities.persist(code);
    }

    public Optional<SecondFactor> find(UUID userId) {
        return Optional.ofNullable(entities.find(SecondFactor.class, userId));
    }

    /** The factor, locked: of two uses of one code at once the second sees the first. */
    public Optional<SecondFactor> lock(UUID userId) {
        return Optional.ofNullable(entities.find(SecondFactor.class, userId, LockModeType.PESSIMISTIC_WRITE));
    }

    public List<RecoveryCode> unusedCodes(UUID userId) {
        return entities.createNamedQuery(RecoveryCode.UNUSED, RecoveryCode.class)
                .setParameter("user", userId)
                .setMaxResults(MOST_CODES)
                .getResultList();
    }

    public void removeCodes(UUID userId) {
        entities.createNamedQuery(RecoveryCode.REMOVE)
                .setParameter("user", userId)
                .executeUpdate();
    }

    public void remove(SecondFactor factor) {
        entities.remove(factor);
        entities.flush();
    }
}
