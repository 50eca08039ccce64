package io.whetstone.retention.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;

/**
 * The keys under which nodes prove on whose behalf they work. The application cannot read them; it can say that its own
 * is in use and forget those that are not.
 */
@Dependent
public class TenancyKeyRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** The key of this node is in use. */
    public void seen() {
        entities.createNativeQuery("select cast(tenancy_key_seen() as text)").getResultList();
    }

    /** Whether there are keys of others that have not been seen for so long. */
    public boolean hasUnseen(Duration time) {
        var unseen = (Number) entities.createNativeQuery("select tenancy_keys_unseen(make_interval(secs => ?1))")
                .setParameter(1, (double) time.toSeconds())
                .getSingleResult();
        return unseen.longValue() > 0;
    }

    public void forgetUnseen(Duration time) {
        entities.createNativeQuery("select cast(tenancy_keys_forget(make_interval(secs => ?1)) as text)")
                .setParameter(1, (double) time.toSeconds())
                .getResultList();
    }
}
