package io.whetstone.access.service;

import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of each principal, or of each address without one, in the minutes of the clock. A node counts in
 * memory and exchanges its counts with the other nodes once a second, so that the limit holds over all of them.
 */
@ApplicationScoped
public class RateLimiter {
    private static final int MINUTE = 60;
    private static final int MOST = 100_000;

    @Inject
    AccessConfig config;

    @Inject
    Clock clock;

    private final Map<Bucket, Count> counts = new ConcurrentHashMap<>();

    /** One principal's or address's requests of one minute. */
    public record Bucket(String name, long minute) {}

    /**
     * What is left.
     *
     * @param limit most requests a minute
     * @param remaining how many are left in this minute; below zero when it was one too many
     * @param resetSeconds until the next minute, 1 to 60
     */
    public record Allowance(int limit, int remaining, int resetSeconds) {
        public boolean isExceeded() {
            return remaining < 0;
        }
    }

    private static final class Count {
        private final AtomicInteger here = new AtomicInteger();
        private final AtomicInteger told = new AtomicInteger();
        private volatile int elsewhere;

        int total() {
            return here.get() + elsewhere;
        }
    }

    /** Counts one request; empty when nothing limits it. */
    public Optional<Allowance> take(@Nullable Principal principal, String address) {
        var limit = limit(principal);
        if (limit == 0) {
            return Optional.empty();
        }
        var seconds = clock.instant().getEpochSecond();
        var bucket = new Bucket(name(principal, address), seconds / MINUTE);
        if (counts.size() >= MOST) {
            forgetBefore(bucket.minute());
        }
        var count = counts.computeIfAbsent(bucket, fresh -> new Count());
        count.here.incrementAndGet();
        return Optional.of(new Allowance(limit, limit - count.total(), (int) (MINUTE - seconds % MINUTE)));
    }

    /** What this node has counted and not told yet, by bucket; forgets former minutes. */
    public Map<Bucket, Integer> untold() {
        forgetBefore(clock.instant().getEpochSecond() / MINUTE);
        var untold = new HashMap<Bucket, Integer>();
        counts.forEach((bucket, count) -> {
            var here = count.here.get();
            var fresh = here - count.told.getAndSet(here);
            if (fresh > 0) {
                untold.put(bucket, fresh);
            }
        });
        return untold;
    }

    /** What all nodes together have counted in a bucket. */
    public void learn(Bucket bucket, int everywhere) {
        var count = counts.get(bucket);
        if (count != null) {
            count.elsewhere = Math.max(0, everywhere - count.told.get());
        }
    }

    private void forgetBefore(long minute) {
        counts.keySet().removeIf(bucket -> bucket.minute() < minute);
    }

    private int limit(@Nullable Principal principal) {
        if (principal == null) {
            return config.anonymousRequestsPerMinute();
        }
        var own = principal.requestsPerMinute();
        return own == null ? config.requestsPerMinute() : own;
    }

    private static String name(@Nullable Principal principal, String address) {
        if (principal == null) {
            return "address:" + address;
        }
        if (principal.kind() == PrincipalKind.WIDGET) {
            // All visitors have the key of their page: one of them is not to use up what is everybody's.
            return "visitor:" + principal.credentialId() + ":" + address;
        }
        return principal.workspaceId() == null ? "person:" + principal.id() : "key:" + principal.credentialId();
    }
}
