package io.whetstone.apikey.service;

import io.whetstone.apikey.entity.KeyRequest;
import io.whetstone.apikey.service.internal.KeyRequestStore;
import io.whetstone.kernel.StorableText;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Gathers what keys ask and writes it once a second, off the requests. When the database is away for long, the oldest
 * lines are lost rather than the server's memory.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyRequestLog {
    private static final int MOST = 50_000;
    private static final int ROUND = 1000;
    private static final int LONGEST_PATH = 300;

    @Inject
    Rounds rounds;

    @Inject
    KeyRequestStore store;

    @Inject
    Clock clock;

    private final LinkedBlockingQueue<KeyRequest> waiting = new LinkedBlockingQueue<>(MOST);

    /** What a request was and how it ended. */
    public record Line(String method, String path, int status, int millis, String address) {}

    @PostConstruct
    void start() {
        rounds.every(Duration.ofSeconds(1), "api_key.requests_deferred", this::write);
    }

    /** Notes a request of a key; the principal names key and workspace. */
    public void add(Principal principal, Line line) {
        var request = new KeyRequest(
                Objects.requireNonNull(principal.workspaceId()),
                Objects.requireNonNull(principal.credentialId()),
                principal.id(),
                clock.instant(),
                line.method(),
                StorableText.of(line.path(), LONGEST_PATH),
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
            round.forEach(waiting::offer);
            throw away;
        }
    }
}
