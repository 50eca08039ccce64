package io.whetstone.retention.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.RetentionRepository;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.retention.service.RetentionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Messages of the outbox that have arrived. */
@ApplicationScoped
@SystemScoped
public class DeliveredMessages implements Purgeable {
    @Inject
    RetentionRepository rows;

    @Inject
    RetentionConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public boolean hasExpired() {
        return rows.hasDeliveredBefore(limit());
    }

    @Override
    public void purge(int most) {
        rows.removeDeliveredBefore(limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(config.deliveredMessages());
    }
}
