package io.whetstone.outbound.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits of requests to outside systems. */
@ApplicationScoped
public class OutboundConfig {
    @Inject
    @ConfigProperty(name = "whetstone.outbound.allow-private", defaultValue = "false")
    boolean allowPrivate;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.connect-timeout", defaultValue = "PT10S")
    Duration connectTimeout;

    @Inject
    @ConfigProperty(name = "whetstone.outbound.answer-timeout", defaultValue = "PT60S")
    Duration answerTimeout;

    /** Whether loopback, link-local and private addresses may be asked. */
    public boolean allowPrivate() {
        return allowPrivate;
    }

    /** How long to wait for a connection to another machine. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long to wait for the head of an answer. */
    public Duration answerTimeout() {
        return answerTimeout;
    }
}
