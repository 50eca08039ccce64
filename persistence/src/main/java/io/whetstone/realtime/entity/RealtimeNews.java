package io.whetstone.realtime.entity;

import java.time.Instant;

/**
 * An event that has no number yet.
 *
 * @param data JSON text
 */
public record RealtimeNews(RealtimeTopic topic, String event, String data, Instant at) {
    RealtimeEvent numbered(long seq) {
        return new RealtimeEvent(topic, seq, event, data, at);
    }
}
