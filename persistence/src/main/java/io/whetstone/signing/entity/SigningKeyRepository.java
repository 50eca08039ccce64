package io.whetstone.signing.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The signing keys of this installation; only the system sees them. */
@Dependent
public class SigningKeyRepository {
    private static final int MOST = 100;
    private static final long ROTATION = 0x5157_4b45_5953L;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(SigningKey key) {
        entities.persist(key);
        entities.flush();
    }

    /** Those that verify tokens, newest first. */
    public List<SigningKey> accepted(Instant now) {
        return entities.createNamedQuery(SigningKey.ACCEPTED, SigningKey.class)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Waits until no other node rotates; held until the transaction ends. */
    public void lockRotation() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, ROTATION)
                .getResultList();
    }
}
