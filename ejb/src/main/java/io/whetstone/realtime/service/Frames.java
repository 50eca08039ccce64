package io.whetstone.realtime.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.whetstone.realtime.entity.RealtimeEvent;
import io.whetstone.realtime.entity.RealtimeTopic;

/** The messages that we send, as JSON text. */
final class Frames {
    private Frames() {}

    /** {@code seq} is the number after which events follow. */
    static String subscribed(RealtimeTopic topic, long seq) {
        return frame("subscribed", topic).put("seq", seq).toString();
    }

    static String gap(RealtimeTopic topic, long seq) {
        return frame("gap", topic).put("seq", seq).toString();
    }

    static String event(RealtimeEvent event) {
        return frame("event", event.topic())
                .put("seq", event.seq())
                .put("event", event.event())
                .putRawValue("data", new RawValue(event.data()))
                .put("at", event.at().toString())
                .toString();
    }

    private static ObjectNode frame(String type, RealtimeTopic topic) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("topic", topic.name())
                .put("workspaceId", topic.workspaceId().toString());
    }
}
