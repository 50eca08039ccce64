package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.entity.EndedRowRepository;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Sessions that ended long ago, with their refresh tokens: nobody presents these any more. */
@ApplicationScoped
@SystemScoped
public class EndedSessions implements Purgeable {
    @Inject
    EndedRowRepository rows;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public boolean hasExpired() {
        return rows.hasSessionsEndedBefore(limit());
    }

    @Override
    public void purge(int most) {
        rows.removeSessionsEndedBefore(limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(config.endedLife());
    }
}
