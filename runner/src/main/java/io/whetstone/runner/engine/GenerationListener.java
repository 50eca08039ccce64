package io.whetstone.runner.engine;

/** Hears what becomes of a generation, on the engine's reader thread; it must not wait. */
@FunctionalInterface
public interface GenerationListener {
    /** Takes the next event; {@link GenerationEvent.Finished} or {@link GenerationEvent.Failed} is the last. */
    void hear(Generation generation, GenerationEvent event);
}
