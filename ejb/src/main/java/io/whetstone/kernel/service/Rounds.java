package io.whetstone.kernel.service;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a bean does again and again while it lives. A round that fails is logged and the next one tries again: the
 * database, say, may be away for a moment.
 */
@Dependent
public class Rounds {
    private static final Logger LOGGER = System.getLogger(Rounds.class.getName());

    @Resource(lookup = "concurrent/schedule")
    ScheduledExecutorService schedule;

    private Runnable round = () -> {};
    private @Nullable ScheduledFuture<?> series;
    private volatile boolean ended;

    /** Begins, with a pause before each round. */
    public void every(Duration pause, String failure, Runnable action) {
        every(pause, pause, failure, action);
    }

    /**
     * Begins.
     *
     * @param failure the event under which a failed round is logged
     */
    public void every(Duration first, Duration pause, String failure, Runnable action) {
        round = () -> attempt(action, failure);
        series = schedule.scheduleWithFixedDelay(round, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does one round more, as soon as a thread is free. */
    public void now() {
        try {
            schedule.execute(round);
        } catch (RejectedExecutionException full) {
            LOGGER.log(Level.DEBUG, "rounds.not_hurried", full);
        }
    }

    /** Begins no round any more, and does not care how the last one ends. */
    @PreDestroy
    public void end() {
        ended = true;
        if (series != null) {
            series.cancel(false);
        }
    }

    private void attempt(Runnable action, String failure) {
        if (ended) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException | Error thrown) {
            LOGGER.log(ended ? Level.DEBUG : Level.WARNING, failure, thrown);
        }
    }
}
