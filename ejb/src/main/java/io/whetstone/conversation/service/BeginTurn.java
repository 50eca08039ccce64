package io.whetstone.conversation.service;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one more answer in a conversation.
 *
 * @param system what the model is told beforehand from here on; null for what it was told before
 * @param text what the person says; null to have an answer given anew
 * @param parentId the answer that the text follows; null for the newest message
 * @param replaces the message beside which the new one stands: a question said anew or an answer given anew
 * @param requestKey the same for the same request; null where it is not to be told apart from others
 * @param fingerprint of the whole request, to see a key that is used for another one
 */
public record BeginTurn(
        UUID conversationId,
        UUID modelId,
        String modelName,
        @Nullable String system,
        @Nullable String text,
        @Nullable UUID parentId,
        @Nullable UUID replaces,
        @Nullable String requestKey,
        String fingerprint) {}
