package io.whetstone.realtime.service.internal;

import io.whetstone.realtime.entity.RealtimeTopic;
import java.util.UUID;

/** What one node writes to the others: who writes, and which topic has news. */
record Letter(UUID sender, RealtimeTopic topic) {
    private static final int PARTS = 3;

    static String write(UUID sender, RealtimeTopic topic) {
        return "%s %s %s".formatted(sender, topic.workspaceId(), topic.name());
    }

    static Letter read(String text) {
        var parts = text.split(" ", PARTS);
        return new Letter(UUID.fromString(parts[0]), new RealtimeTopic(UUID.fromString(parts[1]), parts[2]));
    }
}
