package io.whetstone.sso.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions that identity providers opened. */
@Dependent
public class ExternalSessionRepository {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(ExternalSession session) {
        entities.persist(session);
    }

    public Optional<ExternalSession> find(UUID sessionId) {
        return Optional.ofNullable(entities.find(ExternalSession.class, sessionId));
    }

    public List<ExternalSession> ofSubject(UUID providerId, String issuer, String subject) {
        return entities.createNamedQuery(ExternalSession.BY_SUBJECT, ExternalSession.class)
                .setParameter("provider", providerId)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .setMaxResults(MOST)
                .getResultList();
    }

    public List<ExternalSession> ofSid(UUID providerId, String issuer, String sid) {
        return entities.createNamedQuery(ExternalSession.BY_SID, ExternalSession.class)
                .setParameter("provider", providerId)
                .setParameter("issuer", issuer)
                .setParameter("sid", sid)
                .setMaxResults(MOST)
                .getResultList();
    }
}
