package io.whetstone.kernel.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.OutboxRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Where a change leaves a message that must not be lost. It is stored in the transaction of the change. */
@ApplicationScoped
public class Outbox {
    @Inject
    OutboxRepository messages;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** Stores a message; the {@link OutboxReceiver} of its topic gets it after commit, at least once. */
    public void add(String topic, Object payload) {
        messages.add(topic, json.valueToTree(payload), clock.instant());
    }
}
