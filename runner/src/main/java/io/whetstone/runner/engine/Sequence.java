package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LlamaModel;
import io.whetstone.runner.llama.LoraAdapter;
import io.whetstone.runner.llama.TokenBatch;
import org.jspecify.annotations.Nullable;

/** A generation that has a slot: first it computes its prompt in pieces, then one token a step. */
final class Sequence {
    private static final int NONE = -1;

    private final Generation generation;
    private final GenerationRequest request;
    private final Slot slot;
    private final Sampler sampler;
    private final AnswerText text;
    private final int cached;
    private int next = NONE;
    private int output = NONE;
    private int generated;

    Sequence(Generation generation, Slot slot) {
        this.generation = generation;
        this.request = generation.request();
        this.slot = slot;
        this.sampler = new Sampler(request.sampling());
        this.text = new AnswerText(request.stops());
        this.cached = slot.length();
        generation.use(usage());
    }

    @Nullable
    LoraAdapter adapter() {
        return generation.adapter();
    }

    Slot slot() {
        return slot;
    }

    boolean cancelled() {
        return generation.cancelled();
    }

    boolean inPrompt() {
        return slot.length() < request.prompt().length;
    }

    Usage usage() {
        return new Usage(request.prompt().length, generated, cached);
    }

    /** Adds the last token to the batch. */
    void addToken(TokenBatch batch) {
        output = batch.add(next, slot.length(), slot.id(), true);
        slot.push(next);
    }

    /** Adds the next tokens of the prompt, at most so many; answers how many. */
    int addPrompt(TokenBatch batch, int most) {
        var prompt = request.prompt();
        int count = Math.min(most, prompt.length - slot.length());
        output = NONE;
        for (int i = 0; i < count; i++) {
            boolean last = slot.length() == prompt.length - 1;
            int place = batch.add(prompt[slot.length()], slot.length(), slot.id(), last);
            output = last ? place : NONE;
            slot.push(prompt[slot.length()]);
        }
        return count;
    }

    /** Place in the decoded batch whose logits choose the next token; negative within the prompt. */
    int output() {
        return output;
    }

    /** Chooses the next token, tells what became readable, and answers why the generation is over, or null. */
    @Nullable
    FinishReason advance(float[] logits, LlamaModel model, TokenScorer scorer) {
        var raw = request.alternatives() == null ? logits : logits.clone();
        int token = sampler.choose(logits);
        generated++;
        generation.use(usage());
        if (model.endsGeneration(token)) {
            tell(text.end());
            return FinishReason.STOP;
        }
        var wanted = request.alternatives();
        tell(text.add(model.piece(token), wanted == null ? null : scorer.score(raw, token, wanted)));
        if (text.stopped()) {
            return FinishReason.STOP;
        }
        if (generated >= request.maxTokens() || slot.full()) {
            tell(text.end());
            return FinishReason.LENGTH;
        }
        next = token;
        return null;
    }

    void finish(FinishReason reason) {
        generation.tell(new GenerationEvent.Finished(reason, usage()));
    }

    void fail(String message) {
        generation.tell(new GenerationEvent.Failed(message));
    }

    private void tell(GenerationEvent.@Nullable Text event) {
        if (event != null) {
            generation.tell(event);
        }
    }
}
