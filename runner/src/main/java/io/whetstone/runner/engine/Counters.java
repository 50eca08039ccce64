package io.whetstone.runner.engine;

import java.util.concurrent.atomic.AtomicLong;

/** Running totals that any thread may read. */
final class Counters {
    private static final double NANOS = 1e9;

    final AtomicLong finished = new AtomicLong();
    final AtomicLong cancelled = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong promptTokens = new AtomicLong();
    final AtomicLong cachedTokens = new AtomicLong();
    final AtomicLong completionTokens = new AtomicLong();
    final AtomicLong steps = new AtomicLong();
    final AtomicLong adapterSwitches = new AtomicLong();
    final AtomicLong busyNanos = new AtomicLong();

    void count(Usage usage, FinishReason reason) {
        (reason == FinishReason.CANCELLED ? cancelled : finished).incrementAndGet();
        promptTokens.addAndGet(usage.prompt());
        cachedTokens.addAndGet(usage.cached());
        completionTokens.addAndGet(usage.completion());
    }

    EngineMetrics snapshot(int running, int waiting) {
        return new EngineMetrics(
                running,
                waiting,
                finished.get(),
                cancelled.get(),
                failed.get(),
                refused.get(),
                promptTokens.get(),
                cachedTokens.get(),
                completionTokens.get(),
                steps.get(),
                adapterSwitches.get(),
                busyNanos.get() / NANOS);
    }
}
