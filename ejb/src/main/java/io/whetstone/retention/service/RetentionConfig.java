package io.whetstone.retention.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the kernel's own rows are kept, and how often the purge runs. */
@ApplicationScoped
public class RetentionConfig {
    @Inject
    @ConfigProperty(name = "whetstone.retention.purge-interval", defaultValue = "P1D")
    Duration purgeInterval;

    @Inject
    @ConfigProperty(name = "whetstone.retention.delivered-messages", defaultValue = "P7D")
    Duration deliveredMessages;

    @Inject
    @ConfigProperty(name = "whetstone.retention.idempotency-keys", defaultValue = "P1D")
    Duration idempotencyKeys;

    @Inject
    @ConfigProperty(name = "whetstone.retention.tenancy-keys", defaultValue = "P7D")
    Duration tenancyKeys;

    /** How often old rows are removed. */
    public Duration purgeInterval() {
        return purgeInterval;
    }

    /** How long delivered messages of the outbox are kept. */
    public Duration deliveredMessages() {
        return deliveredMessages;
    }

    /** For how long a repeated request is answered as the first one was. */
    public Duration idempotencyKeys() {
        return idempotencyKeys;
    }

    /** How long the key of a node that does not run any more is accepted; a start tells it again. */
    public Duration tenancyKeys() {
        return tenancyKeys;
    }
}
