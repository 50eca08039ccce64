package io.whetstone.audit.service.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Seals what was committed, four times a second after a change of this node, else every five seconds: another node may
 * have died between its commit and its sealing.
 */
@Singleton
@Startup
@Lock(LockType.READ)
public class SealTimer {
    private static final Logger LOGGER = System.getLogger(SealTimer.class.getName());
    private static final int EVERY_MILLIS = 250;
    private static final int IDLE_ROUNDS = 20;

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService schedule;

    @Inject
    Chain chain;

    private final AtomicInteger roundsLeft = new AtomicInteger();
    private ScheduledFuture<?> rounds;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        rounds = schedule.scheduleWithFixedDelay(this::round, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        rounds.cancel(false);
    }

    /** There is something to seal. */
    public void wake() {
        roundsLeft.set(0);
    }

    private void round() {
        if (roundsLeft.getAndDecrement() > 0) {
            return;
        }
        roundsLeft.set(IDLE_ROUNDS);
        try {
            while (chain.seal()) {
                LOGGER.log(Level.DEBUG, "audit.sealed");
            }
        } catch (RuntimeException away) {
            // The database may be away for a moment: the next round tries again.
            LOGGER.log(Level.WARNING, "audit.not_sealed", away);
        }
    }
}
