package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LlamaContext;
import io.whetstone.runner.llama.LlamaModel;
import io.whetstone.runner.llama.LoraAdapter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Answers many requests at once with one model: a bounded queue in front of one thread that owns the context.
 *
 * <p>All state that callers share is guarded by this object's monitor; the thread holds it between steps
 * only, so submitting never waits for a step.
 */
public final class Engine implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Engine.class.getName());

    private final LlamaModel model;
    private final EngineSettings settings;
    private final LlamaContext context;
    private final Counters counters = new Counters();
    private final Adapters adapters = new Adapters();
    private final Deque<Generation> waiting = new ArrayDeque<>();
    private final Deliveries deliveries;
    private final Stepper stepper;
    private final Thread thread;
    private volatile int running;
    private boolean closed;

    /** @param reader a thread that listeners hear on, in order */
    public Engine(LlamaModel model, EngineSettings settings, Executor reader) {
        this.model = model;
        this.settings = settings;
        this.deliveries = new Deliveries(reader);
        this.context = new LlamaContext(model, settings.context());
        this.stepper = new Stepper(model, context, settings, counters);
        this.thread = new Thread(this::run, "engine");
        this.thread.setDaemon(true);
    }

    public Engine start() {
        thread.start();
        return this;
    }

    /** Tokens that prompt and answer may have together. */
    public int contextLength() {
        return context.length();
    }

    /** Queues a request whose prompt fits the context. */
    public synchronized Generation submit(GenerationRequest request, GenerationListener listener) {
        if (request.prompt().length == 0 || request.prompt().length > context.length()) {
            throw new IllegalArgumentException("a prompt of %d tokens".formatted(request.prompt().length));
        }
        var generation = new Generation(request, resolve(request.adapter()), listener, deliveries);
        if (closed || waiting.size() >= settings.queue() + free()) {
            counters.refused.incrementAndGet();
            throw new QueueFullException(waiting.size());
        }
        waiting.add(generation);
        notifyAll();
        return generation;
    }

    /** Loads an adapter, or another one under a known name; running answers keep the one they began with. */
    public synchronized void load(String name, Path gguf) {
        adapters.put(name, LoraAdapter.load(model, gguf));
        notifyAll();
        LOGGER.log(System.Logger.Level.INFO, "adapter.loaded name=" + name);
    }

    /** Takes an adapter away from new requests; its memory is freed when the last answer with it is over. */
    public synchronized void unload(String name) {
        if (!adapters.retire(name)) {
            throw new UnknownAdapterException(name);
        }
        notifyAll();
        LOGGER.log(System.Logger.Level.INFO, "adapter.unloaded name=" + name);
    }

    public synchronized List<String> adapters() {
        return adapters.names();
    }

    public synchronized EngineMetrics metrics() {
        return counters.snapshot(running, waiting.size());
    }

    private int free() {
        return Math.max(0, settings.context().sequences() - running);
    }

    private @Nullable LoraAdapter resolve(@Nullable String name) {
        return name == null ? null : adapters.find(name).orElseThrow(() -> new UnknownAdapterException(name));
    }

    private void run() {
        try {
            while (prepare()) {
                long begin = System.nanoTime();
                stepper.step();
                deliveries.send();
                counters.busyNanos.addAndGet(System.nanoTime() - begin);
                running = stepper.running();
            }
        } catch (InterruptedException | RuntimeException end) {
            LOGGER.log(System.Logger.Level.ERROR, "engine.ended", end);
        } finally {
            end();
        }
    }

    /** Waits for work and lets the next requests in; false when the engine is closed. */
    private synchronized boolean prepare() throws InterruptedException {
        tidy();
        while (!closed && stepper.idle() && waiting.isEmpty()) {
            wait();
            tidy();
        }
        while (!closed && stepper.hasRoom() && !waiting.isEmpty()) {
            stepper.join(waiting.remove());
        }
        running = stepper.running();
        return !closed;
    }

    /** Lets go of what nobody wants any more: cancelled requests in the queue, unloaded adapters. */
    private void tidy() {
        waiting.stream().filter(Generation::cancelled).toList().forEach(this::leave);
        deliveries.send();
        for (var adapter : adapters.takeUnused(this::inUse)) {
            stepper.forget(adapter);
            adapter.close();
        }
    }

    private void leave(Generation generation) {
        waiting.remove(generation);
        counters.cancelled.incrementAndGet();
        generation.tell(new GenerationEvent.Finished(FinishReason.CANCELLED, new Usage(0, 0, 0)));
    }

    private boolean inUse(LoraAdapter adapter) {
        return stepper.uses(adapter) || waiting.stream().anyMatch(generation -> adapter.equals(generation.adapter()));
    }

    private synchronized void end() {
        closed = true;
        stepper.failAll("the runner is shutting down");
        waiting.forEach(generation -> generation.tell(new GenerationEvent.Failed("the runner is shutting down")));
        waiting.clear();
        deliveries.send();
        context.close();
        adapters.takeAll().forEach(LoraAdapter::close);
    }

    /** Ends after the current step; whoever still waits is told. The model stays open. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
