package io.whetstone.training.service;

import java.util.List;

/** What a job would need. {@code seconds} counts the training alone, not the waiting. */
public record EstimateView(
        int steps,
        long tokensPerEpoch,
        long memoryBytes,
        long availableMemoryBytes,
        double seconds,
        boolean fits,
        List<String> warnings) {}
