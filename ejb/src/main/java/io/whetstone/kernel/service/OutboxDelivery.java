package io.whetstone.kernel.service;

import io.whetstone.kernel.OutboxMessage;
import io.whetstone.kernel.OutboxRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hands due messages of the outbox to their receivers, one transaction a round. Those of slow receivers are lent for some
 * minutes instead: whoever asked carries them out and says how it went, else they are due again.
 */
@Stateless
@PermitAll
@SystemScoped
public class OutboxDelivery {
    private static final Logger LOGGER = System.getLogger(OutboxDelivery.class.getName());
    private static final int ROUND = 20;
    private static final int MAX_DOUBLINGS = 10;
    private static final Duration LOAN = Duration.ofMinutes(10);

    /** What a round did: whether there may be more, and what is left to carry out. */
    public record Round(boolean full, List<OutboxMessage> slow) {}

    @Inject
    OutboxRepository messages;

    @Inject
    @Any
    Instance<OutboxReceiver> receivers;

    @Inject
    Clock clock;

    /** Delivers up to twenty messages. */
    public Round deliver() {
        var due = messages.claim(clock.instant(), ROUND);
        var slow = due.stream().filter(this::isSlow).toList();
        slow.forEach(message -> messages.lend(message.id(), clock.instant().plus(LOAN)));
        due.stream().filter(message -> !slow.contains(message)).forEach(this::deliver);
        return new Round(due.size() == ROUND, slow);
    }

    /** Carries a lent message out, without a transaction of ours. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void carryOut(OutboxMessage message) {
        receiversOf(message).forEach(receiver -> receiver.receive(message.payload()));
    }

    public void delivered(OutboxMessage message) {
        messages.delivered(message.id(), clock.instant());
    }

    /** Makes the message due again later, the later the oftener it failed. */
    public void failed(OutboxMessage message, RuntimeException failure) {
        LOGGER.log(Level.WARNING, "outbox.failed id=" + message.id() + " topic=" + message.topic(), failure);
        var wait = Duration.ofSeconds(1L << Math.min(message.attempts(), MAX_DOUBLINGS));
        messages.failed(message.id(), failure.toString(), clock.instant().plus(wait));
    }

    private void deliver(OutboxMessage message) {
        try {
            receiversOf(message).forEach(receiver -> receiver.receive(message.payload()));
            delivered(message);
        } catch (RuntimeException failure) {
            failed(message, failure);
        }
    }

    private boolean isSlow(OutboxMessage message) {
        return receiversOf(message).anyMatch(OutboxReceiver::isSlow);
    }

    private Stream<OutboxReceiver> receiversOf(OutboxMessage message) {
        return receivers.stream().filter(receiver -> receiver.topic().equals(message.topic()));
    }
}
