package io.whetstone.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of notifications. */
@ApplicationScoped
public class NotificationConfig {
    @Inject
    @ConfigProperty(name = "whetstone.notification.retention", defaultValue = "P90D")
    Duration retention;

    /** How long notifications are kept, read or not. */
    public Duration retention() {
        return retention;
    }
}
