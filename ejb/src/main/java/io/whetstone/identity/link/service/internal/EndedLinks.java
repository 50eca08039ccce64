package io.whetstone.identity.link.service.internal;

import io.whetstone.identity.entity.EndedRowRepository;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Links that were used or ran out long ago. */
@ApplicationScoped
@SystemScoped
public class EndedLinks implements Purgeable {
    @Inject
    EndedRowRepository rows;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "account_links";
    }

    @Override
    public boolean hasExpired() {
        return rows.hasLinksEndedBefore(limit());
    }

    @Override
    public void purge(int most) {
        rows.removeLinksEndedBefore(limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(config.endedLife());
    }
}
