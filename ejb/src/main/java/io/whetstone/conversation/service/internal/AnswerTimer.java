package io.whetstone.conversation.service.internal;

import io.whetstone.conversation.service.AnswerDesk;
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

/** The pulse of the answers that are being made on this node. */
@Singleton
@Startup
public class AnswerTimer {
    private static final Logger LOGGER = System.getLogger(AnswerTimer.class.getName());
    private static final long BEATS_OF_A_LEASE = 3;

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService schedule;

    @Inject
    AnswerDesk desk;

    private ScheduledFuture<?> beats;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        var pause = AnswerDesk.LEASE.toSeconds() / BEATS_OF_A_LEASE;
        beats = schedule.scheduleWithFixedDelay(this::beat, 1, pause, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        beats.cancel(false);
    }

    private void beat() {
        try {
            desk.beat();
        } catch (RuntimeException failure) {
            // The database may be away for a moment: the next beat tries again.
            LOGGER.log(Level.WARNING, "conversation.answers_unreachable", failure);
        }
    }
}
