package io.whetstone.model.entity;

import org.jspecify.annotations.Nullable;

/** What was read from the files of a model. {@code contextLength} is in tokens, {@code sizeBytes} that of all files. */
public record ModelFacts(
        String architecture,
        long parameterCount,
        @Nullable Integer contextLength,
        long sizeBytes,
        @Nullable String licence) {}
