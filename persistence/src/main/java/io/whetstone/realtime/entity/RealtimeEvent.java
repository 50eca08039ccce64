package io.whetstone.realtime.entity;

import java.time.Instant;

/**
 * Something that happened in a topic.
 *
 * @param seq its number: the events of a topic are 1, 2, 3 … without a gap
 * @param data JSON text
 */
public record RealtimeEvent(RealtimeTopic topic, long seq, String event, String data, Instant at) {}
