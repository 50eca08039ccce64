package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.entity.Session;
import io.whetstone.identity.entity.SessionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The sessions of one person that are open now, in the transaction of whoever asks. */
@ApplicationScoped
public class OpenSessions {
    @Inject
    SessionRepository sessions;

    @Inject
    Clock clock;

    public List<Session> of(UUID userId) {
        return sessions.liveOf(userId, clock.instant());
    }

    public int endAll(UUID userId) {
        return sessions.revokeOf(userId, clock.instant());
    }

    public int endOthers(UUID userId, UUID kept) {
        return sessions.revokeOthers(userId, kept, clock.instant());
    }

    /** Ends one; false when the person has no such session open. */
    public boolean end(UUID userId, UUID sessionId) {
        var now = clock.instant();
        var session = sessions.lock(sessionId)
                .filter(found -> found.userId().equals(userId))
                .filter(found -> found.isLive(now));
        session.ifPresent(found -> found.revoke(now));
        return session.isPresent();
    }
}
