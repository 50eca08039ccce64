package io.whetstone.realtime.entity;

import java.util.Comparator;
import java.util.UUID;

/** A stream of events in a workspace. Ordered, so that whoever writes to several takes them in the same order. */
public record RealtimeTopic(UUID workspaceId, String name) implements Comparable<RealtimeTopic> {
    private static final Comparator<RealtimeTopic> ORDER =
            Comparator.comparing(RealtimeTopic::workspaceId).thenComparing(RealtimeTopic::name);

    @Override
    public int compareTo(RealtimeTopic other) {
        return ORDER.compare(this, other);
    }
}
