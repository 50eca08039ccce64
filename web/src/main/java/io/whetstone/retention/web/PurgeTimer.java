package io.whetstone.retention.web;

import io.whetstone.retention.service.NodeKey;
import io.whetstone.retention.service.RetentionConfig;
import io.whetstone.schedule.service.Schedules;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Says that this node lives, and starts the job {@code purge} when it is this installation's turn. It lives in the web
 * module since JBatch loses sight of jobs that an EJB module started. An execution that died is not resumed: the next
 * one finds what is left.
 */
@Singleton
@Startup
public class PurgeTimer {
    private static final Logger LOGGER = System.getLogger(PurgeTimer.class.getName());
    private static final String JOB = "purge";
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofMinutes(10);

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService schedule;

    @Inject
    Schedules schedules;

    @Inject
    RetentionConfig config;

    @Inject
    NodeKey nodeKey;

    private ScheduledFuture<?> looks;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        looks = schedule.scheduleWithFixedDelay(this::look, seconds(FIRST), seconds(OFTEN), TimeUnit.SECONDS);
    }

    /** Not less often than there is something to do. */
    private long seconds(Duration time) {
        return Math.max(1, Math.min(time.toSeconds(), config.purgeInterval().toSeconds()));
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }

    private void look() {
        try {
            nodeKey.seen();
            if (schedules.take(JOB, config.purgeInterval())) {
                var execution = BatchRuntime.getJobOperator().start(JOB, new Properties());
                LOGGER.log(Level.INFO, "retention.started execution=" + execution);
            }
        } catch (BatchRuntimeException failure) {
            LOGGER.log(Level.ERROR, "retention.not_started", failure);
        } catch (RuntimeException away) {
            // The database may be away for a moment: the next look tries again.
            LOGGER.log(Level.WARNING, "retention.unavailable", away);
        }
    }
}
