package io.whetstone.audit.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the audit log. */
@ApplicationScoped
public class AuditConfig {
    @Inject
    @ConfigProperty(name = "whetstone.audit.refusals-per-minute", defaultValue = "20")
    int refusalsPerMinute;

    @Inject
    @ConfigProperty(name = "whetstone.audit.full-check-interval", defaultValue = "PT15M")
    Duration fullCheckInterval;

    /** Most refusals of one kind and one caller or address that become rows of the audit log in a minute. */
    public int refusalsPerMinute() {
        return refusalsPerMinute;
    }

    /** How often the whole chain of the audit log is checked. */
    public Duration fullCheckInterval() {
        return fullCheckInterval;
    }
}
