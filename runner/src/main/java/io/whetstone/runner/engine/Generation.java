package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LoraAdapter;
import org.jspecify.annotations.Nullable;

/** A request on its way: first in the queue, then a sequence of the context, then over. */
public final class Generation {
    private final GenerationRequest request;
    private final @Nullable LoraAdapter adapter;
    private final GenerationListener listener;
    private final Deliveries deliveries;
    private volatile boolean cancelled;
    private volatile Usage usage = new Usage(0, 0, 0);

    Generation(
            GenerationRequest request,
            @Nullable LoraAdapter adapter,
            GenerationListener listener,
            Deliveries deliveries) {
        this.request = request;
        this.adapter = adapter;
        this.listener = listener;
        this.deliveries = deliveries;
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

    GenerationListener listener() {
        return listener;
    }

    boolean cancelled() {
        return cancelled;
    }

    void tell(GenerationEvent event) {
        deliveries.add(this, event);
    }
}
