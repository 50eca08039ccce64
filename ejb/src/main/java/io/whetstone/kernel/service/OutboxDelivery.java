package io.whetstone.kernel.service;

import io.whetstone.kernel.OutboxMessage;
import io.whetstone.kernel.OutboxRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;

/** Hands due messages of the outbox to their receivers, one transaction a round. */
@Stateless
@PermitAll
@SystemScoped
public class OutboxDelivery {
    private static final Logger LOGGER = System.getLogger(OutboxDelivery.class.getName());
    private static final int ROUND = 20;
    private static final int MAX_DOUBLINGS = 10;

    @Inject
    OutboxRepository messages;

    @Inject
    @Any
    Instance<OutboxReceiver> receivers;

    @Inject
    Clock clock;

    /** Delivers up to twenty messages; true when there may be more. */
    public boolean deliver() {
        var due = messages.claim(clock.instant(), ROUND);
        due.forEach(this::deliver);
        return due.size() == ROUND;
    }

    private void deliver(OutboxMessage message) {
        try {
            receivers.stream()
                    .filter(receiver -> receiver.topic().equals(message.topic()))
                    .forEach(receiver -> receiver.receive(message.payload()));
            messages.delivered(message.id(), clock.instant());
        } catch (RuntimeException failure) {
            LOGGER.log(Level.WARNING, "outbox.failed id=" + message.id() + " topic=" + message.topic(), failure);
            var wait = Duration.ofSeconds(1L << Math.min(message.attempts(), MAX_DOUBLINGS));
            messages.failed(message.id(), failure.toString(), clock.instant().plus(wait));
        }
    }
}
