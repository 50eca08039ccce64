package io.whetstone.audit.service.internal;

import io.whetstone.kernel.service.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
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
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int IDLE_ROUNDS = 20;

    @Inject
    Rounds rounds;

    @Inject
    Chain chain;

    private final AtomicInteger roundsLeft = new AtomicInteger();

    @PostConstruct
    void start() {
        rounds.every(PAUSE, "audit.not_sealed", this::round);
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
        while (chain.seal()) {
            LOGGER.log(Level.DEBUG, "audit.sealed");
        }
    }
}
