package io.whetstone.task.service.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The pulse of the task queue on this node: once a second it renews the leases and looks for work. */
@Singleton
@Startup
public class TaskTimer {
    private static final Logger LOGGER = System.getLogger(TaskTimer.class.getName());

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService schedule;

    @Inject
    TaskWorker worker;

    private ScheduledFuture<?> beats;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        beats = schedule.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        beats.cancel(false);
        worker.stop();
    }

    private void beat() {
        try {
            worker.renew();
            worker.look();
        } catch (RuntimeException failure) {
            // The database may be away for a moment: the next beat tries again.
            LOGGER.log(Level.WARNING, "task.queue_unavailable", failure);
        }
    }
}
