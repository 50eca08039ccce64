package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.service.ApiKeyConfig;
import io.whetstone.kernel.service.Rounds;
import io.whetstone.schedule.service.Schedules;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Looks from time to time, one of all nodes, which keys end. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndingTimer {
    private static final Logger LOGGER = System.getLogger(EndingTimer.class.getName());

    @Inject
    Rounds rounds;

    @Inject
    Schedules schedules;

    @Inject
    EndingKeys keys;

    @Inject
    ApiKeyConfig config;

    @PostConstruct
    void start() {
        rounds.every(config.endingCheckInterval(), "api_key.endings_unavailable", this::look);
    }

    private void look() {
        if (schedules.take("key-endings", config.endingCheckInterval())) {
            keys.due().forEach(this::tell);
        }
    }

    private void tell(UUID keyId) {
        try {
            keys.tell(keyId);
        } catch (RuntimeException failure) {
            // One that cannot be told must not keep the others from it; the next look tries again.
            LOGGER.log(Level.WARNING, "api_key.ending_not_told id=" + keyId, failure);
        }
    }
}
