package io.whetstone.apikey.service.internal;

import io.whetstone.access.service.RateLimiter;
import io.whetstone.access.service.RateLimiter.Bucket;
import io.whetstone.kernel.service.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells the other nodes once a second how often each principal has asked, and hears it from them. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RateExchange {
    @Inject
    Rounds rounds;

    @Inject
    RateLimiter limiter;

    @Inject
    KeyRequestStore store;

    @PostConstruct
    void start() {
        rounds.every(Duration.ofSeconds(1), "rate.exchange_failed", this::exchange);
    }

    /** While the database is away the limit holds on this node; a later round tells the rest. */
    private void exchange() {
        limiter.untold().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().minute(),
                        Collectors.toMap(entry -> entry.getKey().name(), Entry::getValue, Integer::sum, TreeMap::new)))
                .forEach((minute, counted) -> store.exchange(minute, counted)
                        .forEach((name, total) -> limiter.learn(new Bucket(name, minute), total)));
    }
}
