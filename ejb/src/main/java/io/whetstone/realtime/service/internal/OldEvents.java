package io.whetstone.realtime.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.realtime.entity.RealtimeRepository;
import io.whetstone.realtime.service.RealtimeConfig;
import io.whetstone.retention.service.Purgeable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Events that nobody needs any more to catch up, and the tickets that nobody used. */
@ApplicationScoped
@SystemScoped
public class OldEvents implements Purgeable {
    @Inject
    RealtimeRepository events;

    @Inject
    RealtimeConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "realtime_events";
    }

    @Override
    public boolean hasExpired() {
        return events.hasBefore(limit());
    }

    @Override
    public void purge(int most) {
        events.forget(limit(), most);
        events.forgetTickets(clock.instant());
    }

    private Instant limit() {
        return clock.instant().minus(config.retention());
    }
}
