package io.whetstone.activity.service.internal;

import io.whetstone.activity.entity.ActivityRepository;
import io.whetstone.activity.service.ActivityConfig;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Lines of feeds that reach too far back. */
@ApplicationScoped
@SystemScoped
public class OldActivities implements Purgeable {
    @Inject
    ActivityRepository activities;

    @Inject
    ActivityConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public boolean hasExpired() {
        return activities.hasBefore(limit());
    }

    @Override
    public void purge(int most) {
        activities.forget(limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(config.retention());
    }
}
