package io.whetstone.runner.llama;

/**
 * How a context is made.
 *
 * @param length tokens that one sequence may hold
 * @param sequences sequences side by side
 * @param batch most tokens of one step
 * @param threads most threads that compute
 */
public record ContextSettings(
        int length, int sequences, int batch, int threads, FlashAttention flashAttention, CacheType cacheType) {}
