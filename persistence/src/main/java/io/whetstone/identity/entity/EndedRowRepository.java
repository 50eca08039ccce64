package io.whetstone.identity.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;

/** Removes what opens nothing any more: sessions with their refresh tokens, links, sign-ins between two steps. */
@Dependent
public class EndedRowRepository {
    private static final String SESSIONS = " from sessions where expires_at < ?1 or ends_at < ?1 or revoked_at < ?1";
    private static final String LINKS = " from account_links where expires_at < ?1 or used_at < ?1";
    private static final String CHALLENGES = " from sign_in_challenges where expires_at < ?1";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public boolean hasSessionsEndedBefore(Instant limit) {
        return exists(SESSIONS, limit);
    }

    public void removeSessionsEndedBefore(Instant limit, int most) {
        remove("sessions", SESSIONS, limit, most);
    }

    public boolean hasLinksEndedBefore(Instant limit) {
        return exists(LINKS, limit);
    }

    public void removeLinksEndedBefore(Instant limit, int most) {
        remove("account_links", LINKS, limit, most);
    }

    public boolean hasChallengesEndedBefore(Instant limit) {
        return exists(CHALLENGES, limit);
    }

    public void removeChallengesEndedBefore(Instant limit, int most) {
        remove("sign_in_challenges", CHALLENGES, limit, most);
    }

    private boolean exists(String from, Instant limit) {
        return !entities.createNativeQuery("select 1" + from + " limit 1")
                .setParameter(1, Timestamp.from(limit))
                .getResultList()
                .isEmpty();
    }

    private void remove(String table, String from, Instant limit, int most) {
        entities.createNativeQuery(
                        "delete from %s where id in (select id%s order by expires_at limit ?2)".formatted(table, from))
                .setParameter(1, Timestamp.from(limit))
                .setParameter(2, most)
                .executeUpdate();
    }
}
