package io.whetstone.identity.session.service.internal;

import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.EndedRows;
import io.whetstone.retention.service.EndedPurge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Sessions that ended long ago, with their refresh tokens: nobody presents these any more. */
@ApplicationScoped
@SystemScoped
public class EndedSessions extends EndedPurge {
    @Inject
    IdentityConfig config;

    public EndedSessions() {
        super(EndedRows.SESSIONS);
    }

    @Override
    protected Duration kept() {
        return config.endedLife();
    }
}
