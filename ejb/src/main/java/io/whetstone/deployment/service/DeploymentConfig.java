package io.whetstone.deployment.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many runners there may be, and how each is set up. */
@ApplicationScoped
public class DeploymentConfig {
    @Inject
    @ConfigProperty(name = "whetstone.home")
    Path home;

    @Inject
    @ConfigProperty(name = "whetstone.runner.jar")
    Path runnerJar;

    @Inject
    @ConfigProperty(name = "whetstone.runner.natives")
    Path natives;

    @Inject
    @ConfigProperty(name = "whetstone.deployment.max-runners", defaultValue = "2")
    int maxRunners;

    @Inject
    @ConfigProperty(name = "whetstone.deployment.context", defaultValue = "4096")
    int context;

    @Inject
    @ConfigProperty(name = "whetstone.deployment.parallel", defaultValue = "8")
    int parallel;

    @Inject
    @ConfigProperty(name = "whetstone.deployment.threads", defaultValue = "0")
    int threads;

    @Inject
    @ConfigProperty(name = "whetstone.deployment.runner-heap", defaultValue = "256m")
    String runnerHeap;

    @Inject
    @ConfigProperty(name = "whetstone.deployment.start-timeout", defaultValue = "PT2M")
    Duration startTimeout;

    @Inject
    @ConfigProperty(name = "whetstone.deployment.answer-timeout", defaultValue = "PT10M")
    Duration answerTimeout;

    @Inject
    @ConfigProperty(name = "whetstone.deployment.idle-unload", defaultValue = "PT30M")
    Duration idleUnload;

    /** The one directory with all state. */
    public Path home() {
        return home;
    }

    /** The program that serves models. */
    public Path runnerJar() {
        return runnerJar;
    }

    /** The folder with the native libraries of the runner. */
    public Path natives() {
        return natives;
    }

    /** Bases served at once; the one that has been idle for longest gives way. */
    public int maxRunners() {
        return maxRunners;
    }

    /** Tokens of one conversation. */
    public int context() {
        return context;
    }

    /** Answers that a runner writes at once. */
    public int parallel() {
        return parallel;
    }

    /** Processor threads of a runner; 0 takes all. */
    public int threads() {
        return threads;
    }

    /** Largest Java heap of a runner; models lie outside of it. */
    public String runnerHeap() {
        return runnerHeap;
    }

    /** How long a runner may take to load its model. */
    public Duration startTimeout() {
        return startTimeout;
    }

    /** How long an answer that is not streamed may take. */
    public Duration answerTimeout() {
        return answerTimeout;
    }

    /** A runner that nobody asked for this long is stopped. */
    public Duration idleUnload() {
        return idleUnload;
    }
}
