package io.whetstone.activity.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the activity feed. */
@ApplicationScoped
public class ActivityConfig {
    @Inject
    @ConfigProperty(name = "whetstone.activity.retention", defaultValue = "P180D")
    Duration retention;

    /** How long the feed of a workspace reaches back. */
    public Duration retention() {
        return retention;
    }
}
