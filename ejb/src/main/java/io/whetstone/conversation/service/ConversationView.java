package io.whetstone.conversation.service;

import io.whetstone.conversation.entity.Conversation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation without its messages.
 *
 * @param title empty until something was said
 * @param updatedAt when something was last said
 */
public record ConversationView(
        UUID id,
        long version,
        UUID workspaceId,
        String title,
        int messageCount,
        @Nullable Instant archivedAt,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {
    public static ConversationView of(Conversation conversation) {
        return new ConversationView(
                conversation.id(),
                conversation.version(),
                conversation.workspaceId(),
                conversation.title(),
                conversation.messageCount(),
                conversation.archivedAt(),
                conversation.createdBy(),
                conversation.createdAt(),
                conversation.updatedAt());
    }
}
