package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LlamaContext;
import io.whetstone.runner.llama.LoraAdapter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sequences of the context: which are free, and what their caches hold. */
final class Slots {
    private final LlamaContext context;
    private final List<Slot> free = new ArrayList<>();
    private final BitSet busy = new BitSet();
    private long clock;

    Slots(LlamaContext context, int count) {
        this.context = context;
        for (int id = 0; id < count; id++) {
            free.add(new Slot(id, context.length()));
        }
    }

    boolean anyFree() {
        return !free.isEmpty();
    }

    /** Takes a slot and trims its cache to what it shares with the prompt. */
    Slot take(int[] prompt, @Nullable LoraAdapter adapter) {
        var slot = SlotChoice.of(free, busy, prompt, adapter);
        free.remove(slot);
        busy.set(slot.id());
        int shared = slot.sharedWith(prompt, adapter);
        if (!context.forget(slot.id(), shared)) {
            // Recurrent and sliding-window caches cannot be cut in the middle.
            context.forget(slot.id(), 0);
            shared = 0;
        }
        slot.occupy(adapter, shared, ++clock);
        return slot;
    }

    void release(Slot slot) {
        busy.clear(slot.id());
        free.add(slot);
    }

    /** Takes back a slot after a step that failed: nobody knows what its cache holds. */
    void discard(Slot slot) {
        context.forget(slot.id(), 0);
        slot.occupy(null, 0, ++clock);
        release(slot);
    }

    /** Makes caches computed under an adapter that goes away useless to any other. */
    void forgetAdapter(LoraAdapter adapter) {
        free.stream().filter(slot -> slot.uses(adapter)).forEach(slot -> {
            context.forget(slot.id(), 0);
            slot.occupy(null, 0, ++clock);
        });
    }
}
