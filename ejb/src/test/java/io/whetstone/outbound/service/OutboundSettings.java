package io.whetstone.outbound.service;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings for tests that have no container: short times, one attempt, nothing private allowed. */
public final class OutboundSettings {
    public final OutboundConfig config = new OutboundConfig();

    public OutboundSettings() {
        config.allow = Optional.empty();
        config.connectTimeout = Duration.ofSeconds(2);
        config.answerTimeout = Duration.ofSeconds(2);
        config.allowInternet = true;
        config.idleTimeout = Duration.ofMillis(1500);
        config.totalTimeout = Duration.ofSeconds(8);
        config.maxSize = 1 << 20;
        config.maxRedirects = 5;
        config.maxAttempts = 1;
        config.maxPerHost = 8;
        config.circuitFailures = 1000;
        config.circuitPause = Duration.ofSeconds(30);
        config.proxy = Optional.empty();
        config.proxyUser = Optional.empty();
        config.proxyPassword = Optional.empty();
        config.noProxy = Optional.empty();
    }

    public OutboundSettings allow(String... targets) {
        config.allow = Optional.of(String.join(",", targets));
        return this;
    }

    public OutboundSettings allowPrivate() {
        config.allowPrivate = true;
        return this;
    }

    public OutboundSettings closeInternet() {
        config.allowInternet = false;
        return this;
    }

    public OutboundSettings attempts(int most) {
        config.maxAttempts = most;
        return this;
    }

    public OutboundSettings circuit(int failures) {
        config.circuitFailures = failures;
        return this;
    }

    public OutboundSettings perHost(int most) {
        config.maxPerHost = most;
        return this;
    }

    public OutboundSettings connectTimeout(Duration most) {
        config.connectTimeout = most;
        return this;
    }

    public OutboundSettings proxy(String uri, String user, String password, String... except) {
        config.proxy = Optional.of(URI.create(uri));
        config.proxyUser = Optional.of(user);
        config.proxyPassword = Optional.of(password);
        config.noProxy = Optional.of(String.join(",", except));
        return this;
    }
}
