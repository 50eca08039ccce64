package io.whetstone.retention.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.RetentionRepository;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.retention.service.RetentionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Keys of requests that nobody repeats any more. */
@ApplicationScoped
@SystemScoped
public class RequestKeys implements Purgeable {
    @Inject
    RetentionRepository rows;

    @Inject
    RetentionConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "idempotency_keys";
    }

    @Override
    public boolean hasExpired() {
        return rows.hasKeysBefore(limit());
    }

    @Override
    public void purge(int most) {
        rows.removeKeysBefore(limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(config.idempotencyKeys());
    }
}
