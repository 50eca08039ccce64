package io.whetstone.notification.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.notification.entity.NotificationRepository;
import io.whetstone.notification.service.NotificationConfig;
import io.whetstone.retention.service.Purgeable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Notifications that nobody looks for any more. */
@ApplicationScoped
@SystemScoped
public class OldNotifications implements Purgeable {
    @Inject
    NotificationRepository notifications;

    @Inject
    NotificationConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public boolean hasExpired() {
        return notifications.hasBefore(limit());
    }

    @Override
    public void purge(int most) {
        notifications.forget(limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(config.retention());
    }
}
