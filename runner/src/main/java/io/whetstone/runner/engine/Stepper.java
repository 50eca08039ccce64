package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LlamaContext;
import io.whetstone.runner.llama.LlamaException;
import io.whetstone.runner.llama.LlamaModel;
import io.whetstone.runner.llama.LoraAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The running sequences and the step that moves them on. Belongs to the engine's thread.
 *
 * <p>A step serves one adapter group: first a token of every sequence that answers, then, in the room that
 * is left, prompts of those that have just come. While somebody answers, prompts get small pieces, so that
 * a long prompt does not make everyone wait.
 */
final class Stepper {
    private static final System.Logger LOGGER = System.getLogger(Stepper.class.getName());
    private static final int PROMPT_PIECE = 128;

    private final LlamaModel model;
    private final LlamaContext context;
    private final Slots slots;
    private final Counters counters;
    private final boolean reusePrefixes;
    private final TokenScorer scorer;
    private final float[] logits;
    private final Turns turns = new Turns();
    private final List<Sequence> active = new ArrayList<>();

    Stepper(LlamaModel model, LlamaContext context, EngineSettings settings, Counters counters) {
        this.model = model;
        this.context = context;
        this.slots = new Slots(context, settings.context().sequences());
        this.counters = counters;
        this.reusePrefixes = settings.reusePrefixes();
        this.scorer = new TokenScorer(model);
        this.logits = new float[model.vocabularySize()];
    }

    boolean hasRoom() {
        return slots.anyFree();
    }

    boolean idle() {
        return active.isEmpty();
    }

    int running() {
        return active.size();
    }

    boolean uses(LoraAdapter adapter) {
        return active.stream().anyMatch(sequence -> adapter.equals(sequence.adapter()));
    }

    void join(Generation generation) {
        var slot = slots.take(generation.request().prompt(), generation.adapter());
        active.add(new Sequence(generation, slot));
    }

    /** Takes the adapter out of the context and of every cache, so that it can be freed. */
    void forget(LoraAdapter adapter) {
        context.use(null);
        slots.forgetAdapter(adapter);
    }

    void step() {
        leaveIf(Sequence::cancelled, FinishReason.CANCELLED);
        if (active.isEmpty()) {
            return;
        }
        var group = turns.next(active);
        try {
            decode(group);
        } catch (LlamaException refused) {
            LOGGER.log(System.Logger.Level.ERROR, "engine.step failed sequences=" + group.size(), refused);
            group.forEach(sequence -> drop(sequence, refused));
            return;
        }
        active.removeAll(group);
        // Served sequences go to the end of the line, so the others' turn comes.
        group.stream().filter(this::advance).forEach(active::add);
    }

    void failAll(String message) {
        active.forEach(sequence -> sequence.fail(message));
        active.clear();
    }

    private void decode(List<Sequence> group) {
        if (context.use(group.get(0).adapter())) {
            counters.adapterSwitches.incrementAndGet();
        }
        fill(group);
        context.decode();
        counters.steps.incrementAndGet();
    }

    private void fill(List<Sequence> group) {
        var batch = context.batch();
        batch.clear();
        group.stream().filter(sequence -> !sequence.inPrompt()).forEach(sequence -> sequence.addToken(batch));
        int room = batch.size() == 0 ? batch.room() : Math.min(batch.room(), PROMPT_PIECE);
        for (var sequence : group) {
            if (sequence.inPrompt()) {
                room -= sequence.addPrompt(batch, room);
            }
        }
    }

    /** Moves a decoded sequence on; false when it left. */
    private boolean advance(Sequence sequence) {
        if (sequence.output() < 0) {
            return true;
        }
        context.logits(sequence.output(), logits);
        var over = sequence.advance(logits, model, scorer);
        if (over != null) {
            leave(sequence, over);
        }
        return over == null;
    }

    private void leaveIf(Predicate<Sequence> condition, FinishReason reason) {
        var leaving = active.stream().filter(condition).toList();
        leaving.forEach(sequence -> leave(sequence, reason));
        active.removeAll(leaving);
    }

    private void leave(Sequence sequence, FinishReason reason) {
        if (reusePrefixes) {
            slots.release(sequence.slot());
        } else {
            slots.discard(sequence.slot());
        }
        counters.count(sequence.usage(), reason);
        sequence.finish(reason);
    }

    private void drop(Sequence sequence, LlamaException cause) {
        slots.discard(sequence.slot());
        active.remove(sequence);
        counters.failed.incrementAndGet();
        sequence.fail(String.valueOf(cause.getMessage()));
    }
}
