package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundConfig;
import io.whetstone.outbound.service.OutboundFailure;
import io.whetstone.outbound.service.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Sends a request to one host, if it may be asked and works, at an address that was judged just before. */
@ApplicationScoped
public class Hop {
    private static final int MOST_ADDRESSES = 3;
    private static final Set<Integer> BROKEN = Set.of(502, 503, 504);
    private static final Set<Outcome> HOSTS_FAULT =
            Set.of(Outcome.UNREACHABLE, Outcome.TIMED_OUT, Outcome.CUT, Outcome.BAD_ANSWER);

    @Inject
    AddressGate gate;

    @Inject
    Proxy proxy;

    @Inject
    Hosts hosts;

    @Inject
    Transport transport;

    @Inject
    OutboundConfig config;

    /** The answer's head; its body waits. The place at the host is kept until the exchange leaves it. */
    ClassicHttpResponse take(Exchange exchange, Step step) throws IOException, InterruptedException {
        exchange.goes(step.destination());
        var addresses = addresses(step.destination());
        var host = hosts.of(step.destination());
        enter(exchange, host);
        try {
            var response = connect(exchange, step, addresses);
            if (BROKEN.contains(response.getCode())) {
                host.circuit().failed();
            } else {
                host.circuit().succeeded();
            }
            return response;
        } catch (IOException failure) {
            exchange.leave();
            var explained = Causes.explain(
                    failure, exchange.watch().outcome(), step.destination().host());
            if (HOSTS_FAULT.contains(explained.outcome())) {
                host.circuit().failed();
            } else {
                host.circuit().withdrew();
            }
            throw explained;
        } catch (RuntimeException broken) {
            exchange.leave();
            host.circuit().withdrew();
            throw broken;
        }
    }

    /** Whether a packed body is welcome: not for parts of a file and not for events, which would be held back. */
    static boolean asksGzip(Step step) {
        var accept = step.headers().getOrDefault("Accept", "").toLowerCase(Locale.ROOT);
        return !step.headers().containsKey("Accept-Encoding")
                && !step.headers().containsKey("Range")
                && !accept.contains("text/event-stream");
    }

    /** What to connect to; an absent address means the proxy, which resolves by itself. */
    private List<@Nullable InetAddress> addresses(Destination destination) throws UnknownHostException {
        if (!proxy.serves(destination)) {
            return List.copyOf(gate.admitted(destination));
        }
        try {
            gate.admitted(destination);
        } catch (UnknownHostException onlyTheProxyKnows) {
            return Collections.singletonList(null);
        }
        return Collections.singletonList(null);
    }

    private void enter(Exchange exchange, Host host) throws OutboundFailure, InterruptedException {
        if (!host.places().tryAcquire(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
            throw exchange.fail(Outcome.BUSY);
        }
        exchange.take(host);
        if (!host.circuit().enter()) {
            exchange.leave();
            throw exchange.fail(Outcome.CIRCUIT_OPEN);
        }
        host.budget().requested();
    }

    private ClassicHttpResponse connect(Exchange exchange, Step step, List<@Nullable InetAddress> addresses)
            throws IOException {
        for (var index = 0; ; index++) {
            var request = request(exchange, step);
            exchange.watch().begin(request, config.connectTimeout());
            try {
                var response = transport.send(request, step.destination(), addresses.get(index));
                exchange.watch().came();
                exchange.watch().look();
                return response;
            } catch (IOException failure) {
                var last = index + 1 >= Math.min(addresses.size(), MOST_ADDRESSES);
                if (last || !Causes.isUnconnected(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static HttpUriRequestBase request(Exchange exchange, Step step) throws IOException {
        var limits = exchange.request().limits();
        var request = new HttpUriRequestBase(step.method(), step.uri());
        step.headers().forEach(request::setHeader);
        if (!step.headers().containsKey("Accept")) {
            request.setHeader("Accept", "*/*");
        }
        if (asksGzip(step)) {
            request.setHeader("Accept-Encoding", "gzip");
        }
        var body = step.body();
        if (body != null) {
            request.setEntity(new InputStreamEntity(body.open(), body.length(), ContentType.parse(body.contentType())));
        }
        var longest = limits.answer().compareTo(limits.idle()) > 0 ? limits.answer() : limits.idle();
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(longest))
                .setConnectionRequestTimeout(Timeout.of(limits.total()))
                .build());
        return request;
    }
}
