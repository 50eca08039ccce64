package io.whetstone.runner.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * What the running step has to tell, handed to the reader's thread at once: one wake-up a step, however many listen.
 *
 * <p>A thread that wakes takes a core from llama.cpp's own, whose others then wait for it. Belongs to the engine's
 * thread.
 */
final class Deliveries {
    private static final System.Logger LOGGER = System.getLogger(Deliveries.class.getName());

    private record Delivery(Generation generation, GenerationEvent event) {}

    private final Executor reader;
    private List<Delivery> told = new ArrayList<>();

    Deliveries(Executor reader) {
        this.reader = reader;
    }

    void add(Generation generation, GenerationEvent event) {
        told.add(new Delivery(generation, event));
    }

    void send() {
        if (told.isEmpty()) {
            return;
        }
        var now = told;
        told = new ArrayList<>();
        try {
            reader.execute(() -> now.forEach(Deliveries::hand));
        } catch (RejectedExecutionException gone) {
            LOGGER.log(System.Logger.Level.DEBUG, "engine.unheard events=" + now.size(), gone);
        }
    }

    private static void hand(Delivery delivery) {
        try {
            delivery.generation().listener().hear(delivery.generation(), delivery.event());
        } catch (RuntimeException failure) {
            delivery.generation().cancel();
            LOGGER.log(System.Logger.Level.ERROR, "engine.listener failed", failure);
        }
    }
}
