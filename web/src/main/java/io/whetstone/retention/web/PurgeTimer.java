package io.whetstone.retention.web;

import io.whetstone.kernel.service.Rounds;
import io.whetstone.retention.service.NodeKey;
import io.whetstone.retention.service.RetentionConfig;
import io.whetstone.schedule.service.Schedules;
import jakarta.annotation.PostConstruct;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Properties;

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

    @Inject
    Rounds rounds;

    @Inject
    Schedules schedules;

    @Inject
    RetentionConfig config;

    @Inject
    NodeKey nodeKey;

    @PostConstruct
    void start() {
        rounds.every(atMost(FIRST), atMost(OFTEN), "retention.unavailable", this::look);
    }

    /** Not less often than there is something to do. */
    private Duration atMost(Duration time) {
        return Duration.ofSeconds(
                Math.max(1, Math.min(time.toSeconds(), config.purgeInterval().toSeconds())));
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
        }
    }
}
