package io.whetstone.training.entity;

import org.jspecify.annotations.Nullable;

/** The figures of one optimizer step. Loss is the mean over labelled tokens; the rates are per second of that step. */
public record StepFigures(
        double loss,
        double learningRate,
        @Nullable Double gradNorm,
        double samplesPerSecond,
        double tokensPerSecond,
        @Nullable Long memoryBytes) {}
