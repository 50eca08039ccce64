package io.whetstone.outbound.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits of requests to outside systems, and the way to them. */
@ApplicationScoped
public class OutboundConfig {
    @Inject
    @ConfigProperty(name = "whetstone.outbound.allow-private", defaultValue = "false")
    boolean allowPrivate;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.allow-internet", defaultValue = "true")
    boolean allowInternet;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.allow")
    Optional<String> allow;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.connect-timeout", defaultValue = "PT10S")
    Duration connectTimeout;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.answer-timeout", defaultValue = "PT60S")
    Duration answerTimeout;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.idle-timeout", defaultValue = "PT60S")
    Duration idleTimeout;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.total-timeout", defaultValue = "PT10M")
    Duration totalTimeout;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.max-size", defaultValue = "67108864")
    long maxSize;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.max-redirects", defaultValue = "5")
    int maxRedirects;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.max-attempts", defaultValue = "3")
    int maxAttempts;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.max-per-host", defaultValue = "32")
    int maxPerHost;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.circuit-failures", defaultValue = "5")
    int circuitFailures;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.circuit-pause", defaultValue = "PT30S")
    Duration circuitPause;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.proxy")
    Optional<URI> proxy;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.proxy-user")
    Optional<String> proxyUser;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.proxy-password")
    Optional<String> proxyPassword;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.no-proxy")
    Optional<String> noProxy;

    /** Whether loopback, link-local and private addresses may be asked; never the metadata services of clouds. */
    public boolean allowPrivate() {
        return allowPrivate;
    }

    /** Whether addresses of the internet may be asked without a rule that names them. */
    public boolean allowInternet() {
        return allowInternet;
    }

    /** Private hosts, addresses and ranges that may be asked, as `host`, `host:port` or `10.0.0.0/8`, with commas. */
    public List<String> allow() {
        return items(allow);
    }

    /** How long to wait for a connection to another machine. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long to wait for the head of an answer. */
    public Duration answerTimeout() {
        return answerTimeout;
    }

    /** How long an answer may pause. */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /** How long a request may take in all, with its redirects, its repetitions and its body. */
    public Duration totalTimeout() {
        return totalTimeout;
    }

    /** The most bytes that an answer may have, unpacked. */
    public long maxSize() {
        return maxSize;
    }

    /** How many redirects are followed. */
    public int maxRedirects() {
        return maxRedirects;
    }

    /** How often a request is sent that may be repeated. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** How many requests may go to one host at a time. */
    public int maxPerHost() {
        return maxPerHost;
    }

    /** After how many failures in a row a host is left alone for a while. */
    public int circuitFailures() {
        return circuitFailures;
    }

    /** For how long a host that failed is left alone before it is tried again. */
    public Duration circuitPause() {
        return circuitPause;
    }

    /** The proxy that requests go through, as `http://host:port`. It may have a private address. */
    public Optional<URI> proxy() {
        return proxy;
    }

    /** The user name for the proxy. */
    public Optional<String> proxyUser() {
        return proxyUser;
    }

    /** The password for the proxy. */
    public Optional<String> proxyPassword() {
        return proxyPassword;
    }

    /** Hosts, domains and ranges that are asked without the proxy, with commas. */
    public List<String> noProxy() {
        return items(noProxy);
    }

    /** The limits of a request that sets none of its own. */
    public OutboundLimits limits() {
        return new OutboundLimits(
                answerTimeout, idleTimeout, totalTimeout, maxSize, Set.of(), maxRedirects, maxAttempts);
    }

    // The server's configuration makes no optional lists.
    private static List<String> items(Optional<String> text) {
        return text.stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
