package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LoraAdapter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way: first in the queue, then a sequence of the context, then over.
 *
 * <p>The engine puts events in, one other thread takes them out, so a slow reader never holds up a step.
 */
public final class Generation {
    private final BlockingQueue<GenerationEvent> events = new LinkedBlockingQueue<>();
    private final GenerationRequest request;
    private final @Nullable LoraAdapter adapter;
    private volatile boolean cancelled;
    private volatile Usage usage = new Usage(0, 0, 0);

    Generation(GenerationRequest request, @Nullable LoraAdapter adapter) {
        this.request = request;
        this.adapter = adapter;
    }

    /** The next event, or null if none came within the time. */
    public @Nullable GenerationEvent next(long timeout, TimeUnit unit) throws InterruptedException {
        return events.poll(timeout, unit);
    }

    /** Gives the answer up; its place is free after the step that is being computed. */
    public void cancel() {
        cancelled = true;
    }

    /** What it has used so far: nothing as long as it waits. */
    public Usage usage() {
        return usage;
    }

    void use(Usage soFar) {
        this.usage = soFar;
    }

    GenerationRequest request() {
        return request;
    }

    @Nullable
    LoraAdapter adapter() {
        return adapter;
    }

    boolean cancelled() {
        return cancelled;
    }

    void tell(GenerationEvent event) {
        events.add(event);
    }
}
