package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The hosts that were asked lately. */
@ApplicationScoped
public class Hosts {
    private static final int MOST = 2000;
    private static final float LOAD_FACTOR = 0.75f;

    @Inject
    OutboundConfig config;

    @Inject
    Clock clock;

    private final Map<String, Host> known = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Host> eldest) {
            return size() > MOST;
        }
    };

    Host of(Destination destination) {
        synchronized (known) {
            return known.computeIfAbsent(destination.host() + " " + destination.port(), key -> fresh());
        }
    }

    /** How many hosts are left alone now. */
    public long openCircuits() {
        synchronized (known) {
            return known.values().stream()
                    .filter(host -> host.circuit().isOpen())
                    .count();
        }
    }

    private Host fresh() {
        var circuit = new CircuitBreaker(clock, config.circuitFailures(), config.circuitPause());
        return new Host(circuit, new Semaphore(config.maxPerHost()), new RetryBudget());
    }
}
