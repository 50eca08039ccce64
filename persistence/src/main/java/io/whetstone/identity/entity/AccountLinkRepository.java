package io.whetstone.identity.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The links of all accounts; only the system sees them. */
@Dependent
public class AccountLinkRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(AccountLink link) {
        entities.persist(link);
        entities.flush();
    }

    /** The link, locked: of two uses at once the second sees the first. */
    public Optional<AccountLink> lock(UUID id) {
        return Optional.ofNullable(entities.find(AccountLink.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Closes what was handed out of this kind before. */
    public void close(UUID userId, LinkKind kind, Instant now) {
        entities.createNamedQuery(AccountLink.CLOSE)
                .setParameter("user", userId)
                .setParameter("kind", kind)
                .setParameter("now", now)
                .executeUpdate();
    }

    public long countSince(UUID userId, LinkKind kind, Instant since) {
        return entities.createNamedQuery(AccountLink.COUNT_SINCE, Long.class)
                .setParameter("user", userId)
                .setParameter("kind", kind)
                .setParameter("since", since)
                .getSingleResult();
    }
}
