package io.whetstone.runner.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a continuation of a prompt.
 *
 * @param adapter name of a loaded adapter; null for the base model
 * @param prompt ids, at least one
 * @param maxTokens most tokens to generate; the end of the context may come earlier
 * @param stops texts that end the answer and are not part of it
 * @param alternatives likeliest tokens to report with each token; null for no scores at all
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GenerationRequest(
        @Nullable String adapter,
        int[] prompt,
        int maxTokens,
        SamplingSettings sampling,
        List<String> stops,
        @Nullable Integer alternatives) {}
