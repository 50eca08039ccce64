package io.whetstone.sso.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Who is who at the identity providers; row-level security shows each person their own. */
@Dependent
public class ExternalIdentityRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(ExternalIdentity identity) {
        entities.persist(identity);
    }

    public Optional<ExternalIdentity> find(String issuer, String subject) {
        return entities.createNamedQuery(ExternalIdentity.BY_SUBJECT, ExternalIdentity.class)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    /** Lets two first sign-ins of one person happen after each other, until the transaction ends. */
    public void lock(String issuer, String subject) {
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, issuer + " " + subject)
                .getSingleResult();
    }

    public void flush() {
        entities.flush();
    }
}
