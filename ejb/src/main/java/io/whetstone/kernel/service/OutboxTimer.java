package io.whetstone.kernel.service;

import io.whetstone.kernel.OutboxMessage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Asks for deliveries once a second, on every node: claims keep two nodes from sending one message at once. */
@Singleton
@Startup
public class OutboxTimer {
    private static final Logger LOGGER = System.getLogger(OutboxTimer.class.getName());

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService executor;

    @Inject
    OutboxDelivery delivery;

    private ScheduledFuture<?> rounds;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        rounds = executor.scheduleWithFixedDelay(this::deliver, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        rounds.cancel(false);
    }

    private void deliver() {
        try {
            OutboxDelivery.Round round;
            do {
                round = delivery.deliver();
                var slow = round.slow();
                if (!slow.isEmpty()) {
                    executor.execute(() -> slow.forEach(this::carryOut));
                }
            } while (round.full());
        } catch (RuntimeException failure) {
            // The database may be away for a moment: the next round tries again.
            LOGGER.log(Level.WARNING, "outbox.unavailable", failure);
        }
    }

    private void carryOut(OutboxMessage message) {
        try {
            delivery.carryOut(message);
            delivery.delivered(message);
        } catch (EJBException failure) {
            delivery.failed(message, failure.getCause() instanceof RuntimeException cause ? cause : failure);
        } catch (RuntimeException failure) {
            delivery.failed(message, failure);
        }
    }
}
