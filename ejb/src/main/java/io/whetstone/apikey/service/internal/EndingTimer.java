package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.service.ApiKeyConfig;
import io.whetstone.schedule.service.Schedules;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks from time to time, one of all nodes, which keys end. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndingTimer {
    private static final Logger LOGGER = System.getLogger(EndingTimer.class.getName());

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService schedule;

    @Inject
    Schedules schedules;

    @Inject
    EndingKeys keys;

    @Inject
    ApiKeyConfig config;

    private ScheduledFuture<?> looks;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        var pause = Math.max(1, config.endingCheckInterval().toSeconds());
        looks = schedule.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }

    private void look() {
        try {
            if (schedules.take("key-endings", config.endingCheckInterval())) {
                keys.due().forEach(this::tell);
            }
        } catch (RuntimeException away) {
            // The database may be away for a moment: the next look tries again.
            LOGGER.log(Level.WARNING, "apikey.endings_unavailable", away);
        }
    }

    private void tell(UUID keyId) {
        try {
            keys.tell(keyId);
        } catch (RuntimeException failure) {
            // One that cannot be told must not keep the others from it; the next look tries again.
            LOGGER.log(Level.WARNING, "apikey.ending_not_told id=" + keyId, failure);
        }
    }
}
