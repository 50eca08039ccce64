package io.whetstone.runner.engine;

import io.whetstone.runner.llama.ContextSettings;

/**
 * How the engine works.
 *
 * @param queue requests that may wait for a sequence
 * @param reusePrefixes whether a sequence may begin with what an earlier one left in its cache
 */
public record EngineSettings(ContextSettings context, int queue, boolean reusePrefixes) {}
