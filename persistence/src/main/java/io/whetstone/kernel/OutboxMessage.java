package io.whetstone.kernel;

import com.fasterxml.jackson.databind.JsonNode;

/** A stored message that waits for its delivery. {@code attempts} counts the deliveries that failed. */
public record OutboxMessage(long id, String topic, JsonNode payload, int attempts) {}
