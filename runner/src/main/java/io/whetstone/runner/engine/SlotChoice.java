package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LoraAdapter;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the sequence for a prompt: the one whose cache saves it most, else a neighbour of those at work, else the
 * one that rested longest.
 *
 * <p>Neighbours, because llama.cpp computes only sequences of consecutive numbers in one pass over the weights
 * ({@code llama_batch_allocr::split_equal} with separate caches): a gap makes two passes of a step.
 */
final class SlotChoice {
    /** Tokens of a prompt that cost less than steps of two passes. */
    private static final int LITTLE = 64;

    private SlotChoice() {}

    static Slot of(List<Slot> free, BitSet busy, int[] prompt, @Nullable LoraAdapter adapter) {
        ToIntFunction<Slot> saved = slot -> slot.sharedWith(prompt, adapter);
        return free.stream()
                .max(Comparator.comparingInt((Slot slot) -> Math.max(LITTLE, saved.applyAsInt(slot)))
                        .thenComparingInt(slot -> neighbours(slot.id(), busy))
                        .thenComparingInt(saved)
                        .thenComparing(Comparator.comparingLong(Slot::lastUsed).reversed()))
                .orElseThrow();
    }

    private static int neighbours(int id, BitSet busy) {
        return (busy.get(id + 1) ? 1 : 0) + (id > 0 && busy.get(id - 1) ? 1 : 0);
    }
}
