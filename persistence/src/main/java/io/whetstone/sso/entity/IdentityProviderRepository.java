package io.whetstone.sso.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The identity providers of this installation. Only the installation itself sees them. */
@Dependent
public class IdentityProviderRepository {
    /** More than any installation has; the list is bounded by it. */
    public static final int MOST = 200;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(IdentityProvider provider) {
        entities.persist(provider);
    }

    public Optional<IdentityProvider> find(UUID id) {
        return Optional.ofNullable(entities.find(IdentityProvider.class, id));
    }

    public Optional<IdentityProvider> lock(UUID id) {
        return Optional.ofNullable(entities.find(IdentityProvider.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<IdentityProvider> findByName(String name) {
        return entities.createNamedQuery(IdentityProvider.BY_NAME, IdentityProvider.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    public List<IdentityProvider> all() {
        return entities.createNamedQuery(IdentityProvider.ALL, IdentityProvider.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Those that people can sign in with, by name. */
    public List<IdentityProvider> enabled() {
        return entities.createNamedQuery(IdentityProvider.ENABLED, IdentityProvider.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    public void remove(IdentityProvider provider) {
        entities.remove(provider);
    }

    public void flush() {
        entities.flush();
    }
}
