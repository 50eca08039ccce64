package io.whetstone.realtime.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the live connection. */
@ApplicationScoped
public class RealtimeConfig {
    @Inject
    @ConfigProperty(name = "whetstone.realtime.ticket-life", defaultValue = "PT1M")
    Duration ticketLife;

    @Inject
    @ConfigProperty(name = "whetstone.realtime.retention", defaultValue = "PT1H")
    Duration retention;

    @Inject
    @ConfigProperty(name = "whetstone.realtime.max-subscriptions", defaultValue = "100")
    int maxSubscriptions;

    @Inject
    @ConfigProperty(name = "whetstone.realtime.max-waiting-messages", defaultValue = "2000")
    int maxWaitingMessages;

    /** How long a ticket for the live socket can be used. */
    public Duration ticketLife() {
        return ticketLife;
    }

    /** How long events are kept for those who were away. */
    public Duration retention() {
        return retention;
    }

    /** How many topics one connection may follow. */
    public int maxSubscriptions() {
        return maxSubscriptions;
    }

    /** How many messages may wait for a slow connection before it is closed. */
    public int maxWaitingMessages() {
        return maxWaitingMessages;
    }
}
