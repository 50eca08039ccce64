package io.whetstone.conversation.service;

import io.whetstone.conversation.entity.MessageRole;
import java.util.List;
import java.util.UUID;

/**
 * An answer that is to be made, or that was made for the same request before.
 *
 * @param questionId the message that is answered
 * @param prompt all that the model is told, in order
 * @param made whether there is nothing left to do: {@code answer} is what came of it then
 */
public record Turn(UUID conversationId, UUID questionId, MessageView answer, List<Said> prompt, boolean made) {
    /** One message of a prompt. */
    public record Said(MessageRole role, String content) {}
}
