package io.whetstone.sso.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** The sign-ins that are on their way. */
@Dependent
public class SsoSignInRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(SsoSignIn signIn) {
        entities.persist(signIn);
    }

    /** Takes it away and returns it; of two answers at once the second finds nothing. */
    public Optional<SsoSignIn> take(String stateHash) {
        var found = Optional.ofNullable(entities.find(SsoSignIn.class, stateHash, LockModeType.PESSIMISTIC_WRITE));
        found.ifPresent(entities::remove);
        entities.flush();
        return found;
    }

    public void removeExpired(Instant now) {
        entities.createNamedQuery(SsoSignIn.EXPIRED).setParameter("now", now).executeUpdate();
    }

    public long count() {
        return entities.createNamedQuery(SsoSignIn.COUNT, Long.class).getSingleResult();
    }

    public long countOf(String address) {
        return entities.createNamedQuery(SsoSignIn.COUNT_OF_ADDRESS, Long.class)
                .setParameter("address", address)
                .getSingleResult();
    }
}
