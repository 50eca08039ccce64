package io.whetstone.training.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many trainers run, and how patient their supervisor is. */
@ApplicationScoped
public class TrainingConfig {
    @Inject
    @ConfigProperty(name = "whetstone.home")
    Path home;

    @Inject
    @ConfigProperty(name = "whetstone.trainer.jar")
    Path trainerJar;

    @Inject
    @ConfigProperty(name = "whetstone.training.max-concurrent-runs", defaultValue = "1")
    int maxConcurrentRuns;

    @Inject
    @ConfigProperty(name = "whetstone.training.trainer-heap", defaultValue = "1g")
    String trainerHeap;

    @Inject
    @ConfigProperty(name = "whetstone.training.niceness", defaultValue = "5")
    int niceness;

    @Inject
    @ConfigProperty(name = "whetstone.training.preload")
    Optional<Path> preload;

    @Inject
    @ConfigProperty(name = "whetstone.training.cancel-grace", defaultValue = "PT30S")
    Duration cancelGrace;

    @Inject
    @ConfigProperty(name = "whetstone.training.stall-after", defaultValue = "PT60M")
    Duration stallAfter;

    @Inject
    @ConfigProperty(name = "whetstone.training.lease", defaultValue = "PT30S")
    Duration lease;

    @Inject
    @ConfigProperty(name = "whetstone.training.lost-after", defaultValue = "PT10M")
    Duration lostAfter;

    @Inject
    @ConfigProperty(name = "whetstone.training.job-token-life", defaultValue = "PT4H")
    Duration jobTokenLife;

    /** The one directory with all state. */
    public Path home() {
        return home;
    }

    /** The program that trains. */
    public Path trainerJar() {
        return trainerJar;
    }

    /** Trainers at once on this node. */
    public int maxConcurrentRuns() {
        return maxConcurrentRuns;
    }

    /** The Java heap of a trainer; tensors lie outside of it. */
    public String trainerHeap() {
        return trainerHeap;
    }

    /** How much the trainer gives way to other processes, 0 to 19. */
    public int niceness() {
        return niceness;
    }

    /** The memory allocator to load into trainers; found by itself where it is installed in the usual place. */
    public Optional<Path> preload() {
        return preload;
    }

    /** How long a cancelled trainer may take to save a checkpoint before it is killed. */
    public Duration cancelGrace() {
        return cancelGrace;
    }

    /** A trainer that reports nothing for this long is taken for stuck. */
    public Duration stallAfter() {
        return stallAfter;
    }

    /** How long a node holds a job without renewing its claim. */
    public Duration lease() {
        return lease;
    }

    /** A job whose node was silent for this long is given up. */
    public Duration lostAfter() {
        return lostAfter;
    }

    /** How long a job's token opens anything unless another time is asked for; it ends with its job in any case. */
    public Duration jobTokenLife() {
        return jobTokenLife;
    }
}
