package io.whetstone.runner.engine;

/** What the engine has done since it started, and what it has to do now. */
public record EngineMetrics(
        int running,
        int waiting,
        long finished,
        long cancelled,
        long failed,
        long refused,
        long promptTokens,
        long cachedTokens,
        long completionTokens,
        long steps,
        long adapterSwitches,
        double busySeconds) {}
