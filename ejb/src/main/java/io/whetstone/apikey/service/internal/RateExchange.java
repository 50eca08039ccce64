package io.whetstone.apikey.service.internal;

import io.whetstone.access.service.RateLimiter;
import io.whetstone.access.service.RateLimiter.Bucket;
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
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Tells the other nodes once a second how often each principal has asked, and hears it from them. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RateExchange {
    private static final Logger LOGGER = System.getLogger(RateExchange.class.getName());

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService executor;

    @Inject
    RateLimiter limiter;

    @Inject
    KeyRequestStore store;

    private ScheduledFuture<?> rounds;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        rounds = executor.scheduleWithFixedDelay(this::exchange, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        rounds.cancel(false);
    }

    private void exchange() {
        try {
            limiter.untold().entrySet().stream()
                    .collect(Collectors.groupingBy(
                            entry -> entry.getKey().minute(),
                            Collectors.toMap(
                                    entry -> entry.getKey().name(), Entry::getValue, Integer::sum, TreeMap::new)))
                    .forEach((minute, counted) -> store.exchange(minute, counted)
                            .forEach((name, total) -> limiter.learn(new Bucket(name, minute), total)));
        } catch (RuntimeException away) {
            // The limit holds on this node meanwhile; the next round tells the rest.
            LOGGER.log(Level.WARNING, "rate.exchange_failed", away);
        }
    }
}
