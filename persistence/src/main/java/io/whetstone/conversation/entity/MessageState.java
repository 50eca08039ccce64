package io.whetstone.conversation.entity;

import java.util.Map;
import java.util.Set;

/**
 * What became of a message. {@link #SUCCESSORS} is the only place that knows which step may follow which.
 *
 * <p>An answer is {@code PENDING} while it is made. It ends as {@code COMPLETE}, as {@code CANCELLED} when whoever
 * asked has left or stopped it, or as {@code FAILED}. What people say is complete from the beginning.
 */
public enum MessageState {
    PENDING,
    COMPLETE,
    CANCELLED,
    FAILED;

    private static final Map<MessageState, Set<MessageState>> SUCCESSORS = Map.of(
            PENDING, Set.of(COMPLETE, CANCELLED, FAILED),
            COMPLETE, Set.of(),
            CANCELLED, Set.of(),
            FAILED, Set.of());

    public boolean canBecome(MessageState next) {
        return SUCCESSORS.getOrDefault(this, Set.of()).contains(next);
    }
}
