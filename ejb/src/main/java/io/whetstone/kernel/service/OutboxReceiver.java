package io.whetstone.kernel.service;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes the messages of one topic. The same message may come twice: receivers are idempotent. */
public interface OutboxReceiver {
    String topic();

    /** Whether it waits for other systems: it is then called outside of any transaction. */
    default boolean isSlow() {
        return false;
    }

    /** Carries the message out; a thrown exception means that it is tried again later. */
    void receive(JsonNode payload);
}
