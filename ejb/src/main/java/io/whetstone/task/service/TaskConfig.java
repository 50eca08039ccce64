package io.whetstone.task.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the task queue. */
@ApplicationScoped
public class TaskConfig {
    @Inject
    @ConfigProperty(name = "whetstone.task.parallelism", defaultValue = "4")
    int parallelism;

    @Inject
    @ConfigProperty(name = "whetstone.task.lease", defaultValue = "PT20S")
    Duration lease;

    @Inject
    @ConfigProperty(name = "whetstone.task.retention", defaultValue = "P30D")
    Duration retention;

    /** How many tasks this node works on at once. */
    public int parallelism() {
        return parallelism;
    }

    /** How long a worker may be silent before its task is given to another. It tells of itself once a second. */
    public Duration lease() {
        return lease;
    }

    /** How long finished tasks are kept. */
    public Duration retention() {
        return retention;
    }
}
