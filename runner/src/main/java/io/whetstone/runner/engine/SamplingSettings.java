package io.whetstone.runner.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the next token is chosen; the meaning of each number is OpenAI's.
 *
 * @param temperature 0 always takes the likeliest token
 * @param topP share of the probability that may be chosen from, likeliest tokens first
 * @param seed equal seeds give equal answers; null draws one
 * @param frequencyPenalty taken off a score for every time the token was generated
 * @param presencePenalty taken off once if the token was generated at all
 * @param bias added to the score of a token
 */
public record SamplingSettings(
        double temperature,
        double topP,
        @Nullable Long seed,
        double frequencyPenalty,
        double presencePenalty,
        Map<Integer, Float> bias) {

    public static final SamplingSettings GREEDY = new SamplingSettings(0, 1, null, 0, 0, Map.of());
}
