package io.whetstone.outbound.service.internal;

import io.whetstone.kernel.service.MovingClock;
import io.whetstone.outbound.service.OutboundAnswer;
import io.whetstone.outbound.service.OutboundLimits;
import io.whetstone.outbound.service.OutboundRequest;
import io.whetstone.outbound.service.OutboundSettings;
import io.whetstone.outbound.service.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The whole client without a container: real connections, a resolver and a clock in the hands of the test. */
public final class Harness implements AutoCloseable {
    final OutboundSettings settings;
    final FakeNames names = new FakeNames();
    final MovingClock clock = new MovingClock();
    final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    final List<AllowRule> stored = new ArrayList<>();
    final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);
    final Transport transport = new Transport();
    public final AddressGate gate = new AddressGate();
    final Hosts hosts = new Hosts();
    public final Sender sender = new Sender();
    public final Exchanges exchanges = new Exchanges();
    int retries;

    public Harness(OutboundSettings settings) {
        this(settings, null);
    }

    Harness(OutboundSettings settings, @Nullable SSLContext tls) {
        this.settings = settings;
        var config = settings.config;
        var rules = new RuleBook();
        rules.config = config;
        rules.clock = clock;
        rules.stored = new StoredRules() {
            @Override
            public List<AllowRule> all() {
                return List.copyOf(stored);
            }
        };
        gate.config = config;
        gate.resolver = names;
        gate.rules = rules;
        hosts.config = config;
        hosts.clock = clock;
        var proxy = new Proxy();
        proxy.config = config;
        transport.config = config;
        transport.resolver = names;
        transport.tls = tls;
        transport.open();
        var hop = new Hop();
        hop.config = config;
        hop.gate = gate;
        hop.hosts = hosts;
        hop.proxy = proxy;
        hop.transport = transport;
        sender.hop = hop;
        sender.hosts = hosts;
        sender.clock = clock;
        sender.metrics = new Counted();
        exchanges.metrics = sender.metrics;
        exchanges.schedule = schedule;
    }

    OutboundAnswer get(String uri) throws IOException, InterruptedException {
        return send(OutboundRequest.get(URI.create(uri), limits()));
    }

    OutboundAnswer send(OutboundRequest request) throws IOException, InterruptedException {
        return sender.send(exchanges.begin(request));
    }

    OutboundLimits limits() {
        return settings.config.limits();
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        transport.close();
    }

    /** Names that resolve to what the test says, one answer after the other; the last one stays. */
    static final class FakeNames extends Resolver {
        private final Map<String, Deque<List<String>>> answers = new HashMap<>();
        final List<String> asked = Collections.synchronizedList(new ArrayList<>());

        void add(String host, String... addresses) {
            answers.computeIfAbsent(host, name -> new ArrayDeque<>()).add(List.of(addresses));
        }

        @Override
        public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
            asked.add(host);
            var left = answers.get(host);
            if (left == null) {
                throw new UnknownHostException(host);
            }
            var texts = left.size() > 1 ? left.removeFirst() : left.getFirst();
            var addresses = new ArrayList<InetAddress>();
            for (var text : texts) {
                addresses.add(InetAddress.getByName(text));
            }
            return addresses;
        }
    }

    private final class Counted extends OutboundMetrics {
        @Override
        void ended(Outcome outcome, long microseconds) {
            outcomes.add(outcome);
        }

        @Override
        void repeated() {
            retries++;
        }
    }
}
