package io.whetstone.signing.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
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

    public boolean hasEndedBefore(Instant now) {
        return !entities.createNativeQuery("select 1 from signing_keys where accepted_until < ?1 limit 1")
                .setParameter(1, Timestamp.from(now))
                .getResultList()
                .isEmpty();
    }

    /** Removes those that verify nothing any more. */
    public void removeEndedBefore(Instant now, int most) {
        entities.createNativeQuery("delete from signing_keys where id in"
                        + " (select id from signing_keys where accepted_until < ?1 order by accepted_until limit ?2)")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, most)
                .executeUpdate();
    }

    /** Waits until no other node rotates; held until the transaction ends. */
    public void lockRotation() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, ROTATION)
                .getResultList();
    }
}
