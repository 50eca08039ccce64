package io.whetstone.apikey.service;

import io.whetstone.apikey.entity.KeyRequest;
import io.whetstone.apikey.service.internal.KeyRequestStore;
import io.whetstone.kernel.service.Principal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Gathers what keys ask and writes it once a second, off the requests. When the database is away for long, the oldest
 * lines are lost rather than the server's memory.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyRequestLog {
    private static final Logger LOGGER = System.getLogger(KeyRequestLog.class.getName());
    private static final int MOST = 50_000;
    private static final int ROUND = 1000;
    private static final int LONGEST_PATH = 300;

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService executor;

    @Inject
    KeyRequestStore store;

    @Inject
    Clock clock;

    private final LinkedBlockingQueue<KeyRequest> waiting = new LinkedBlockingQueue<>(MOST);
    private ScheduledFuture<?> rounds;

    /** What a request was and how it ended. */
    public record Line(String method, String path, int status, int millis, String address) {}

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        rounds = executor.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        rounds.cancel(false);
    }

    /** Notes a request of a key; the principal names key and workspace. */
    public void add(Principal principal, Line line) {
        var request = new KeyRequest(
                Objects.requireNonNull(principal.workspaceId()),
                Objects.requireNonNull(principal.credentialId()),
                principal.id(),
                clock.instant(),
                line.method(),
                line.path().substring(0, Math.min(line.path().length(), LONGEST_PATH)),
                line.status(),
                line.millis(),
                line.address());
        while (!waiting.offer(request)) {
            waiting.poll();
        }
    }

    private void write() {
        var round = new ArrayList<KeyRequest>(ROUND);
        try {
            while (waiting.drainTo(round, ROUND) > 0) {
                store.add(round);
                round.clear();
            }
        } catch (RuntimeException away) {
            LOGGER.log(Level.WARNING, "api_key.requests_deferred count=" + round.size(), away);
            round.forEach(waiting::offer);
        }
    }
}
