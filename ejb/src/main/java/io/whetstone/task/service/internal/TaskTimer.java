package io.whetstone.task.service.internal;

import io.whetstone.kernel.service.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** The pulse of the task queue on this node: once a second it renews the leases and looks for work. */
@Singleton
@Startup
public class TaskTimer {
    @Inject
    Rounds rounds;

    @Inject
    TaskWorker worker;

    @PostConstruct
    void start() {
        rounds.every(Duration.ofSeconds(1), "task.queue_unavailable", this::beat);
    }

    @PreDestroy
    void stop() {
        rounds.end();
        worker.stop();
    }

    private void beat() {
        worker.renew();
        worker.look();
    }
}
