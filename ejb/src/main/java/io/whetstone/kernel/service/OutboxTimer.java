package io.whetstone.kernel.service;

import io.whetstone.kernel.OutboxMessage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;

/** Asks for deliveries once a second, on every node: claims keep two nodes from sending one message at once. */
@Singleton
@Startup
public class OutboxTimer {
    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService executor;

    @Inject
    Rounds rounds;

    @Inject
    OutboxDelivery delivery;

    @PostConstruct
    void start() {
        rounds.every(Duration.ofSeconds(1), "outbox.unavailable", this::deliver);
    }

    private void deliver() {
        OutboxDelivery.Round round;
        do {
            round = delivery.deliver();
            var slow = round.slow();
            if (!slow.isEmpty()) {
                executor.execute(() -> slow.forEach(this::carryOut));
            }
        } while (round.full());
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
