package io.whetstone.conversation.service;

import io.whetstone.conversation.entity.Message;
import io.whetstone.conversation.entity.MessageRole;
import io.whetstone.conversation.entity.MessageState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of a conversation. The order of the tree is that of {@code number}; siblings are branches.
 *
 * @param author the name of the person who said it or asked for it
 * @param failure why there is no whole answer
 */
public record MessageView(
        UUID id,
        @Nullable UUID parentId,
        int number,
        MessageRole role,
        String content,
        MessageState state,
        @Nullable UUID modelId,
        @Nullable String modelName,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        @Nullable String finishReason,
        @Nullable String failure,
        UUID createdBy,
        String author,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    public static MessageView of(Message message, String author) {
        var making = message.making();
        return new MessageView(
                message.id(),
                message.parentId(),
                message.number(),
                message.role(),
                message.content(),
                message.state(),
                making.modelId(),
                making.modelName(),
                making.promptTokens(),
                making.completionTokens(),
                making.finishReason(),
                making.failure(),
                message.createdBy(),
                author,
                message.createdAt(),
                message.finishedAt());
    }
}
