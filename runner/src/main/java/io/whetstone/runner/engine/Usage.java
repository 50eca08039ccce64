package io.whetstone.runner.engine;

/** Tokens of one generation; {@code cached} counts those of the prompt that did not need computing. */
public record Usage(int prompt, int completion, int cached) {}
