package io.whetstone.runner.engine;

import java.util.List;

/** What a generation tells its listener, in order; {@link Finished} or {@link Failed} comes last and once. */
public sealed interface GenerationEvent {
    /** Whole characters of the answer; {@code scores} of the tokens that begin in them, if they were asked for. */
    record Text(String text, List<TokenScore> scores) implements GenerationEvent {}

    /** The end. */
    record Finished(FinishReason reason, Usage usage) implements GenerationEvent {}

    /** The engine could not go on. */
    record Failed(String message) implements GenerationEvent {}
}
