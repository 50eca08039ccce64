package io.whetstone.sso.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The memberships that providers' groups gave. */
@Dependent
public class ExternalMembershipRepository {
    private static final int MOST = 1000;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(ExternalMembership membership) {
        entities.persist(membership);
    }

    public void remove(ExternalMembership membership) {
        entities.remove(membership);
    }

    public List<ExternalMembership> of(UUID userId, UUID providerId) {
        return entities.createQuery(
                        "select m from ExternalMembership m where m.userId = :user and m.providerId = :provider",
                        ExternalMembership.class)
                .setParameter("user", userId)
                .setParameter("provider", providerId)
                .setMaxResults(MOST)
                .getResultList();
    }
}
