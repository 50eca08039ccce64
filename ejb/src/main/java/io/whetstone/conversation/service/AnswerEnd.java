package io.whetstone.conversation.service;

import org.jspecify.annotations.Nullable;

/** What became of an answer. Token counts are null where the model's process did not say them. */
public record AnswerEnd(
        Outcome outcome,
        String content,
        @Nullable String reason,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens) {
    /** With what {@code reason} says in each case. */
    public enum Outcome {
        /** Why the model stopped, such as {@code stop} or {@code length}. */
        COMPLETE,
        /** Nothing. */
        CANCELLED,
        /** What went wrong, for people. */
        FAILED
    }
}
