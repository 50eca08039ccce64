package io.whetstone.runner.bench;

import io.whetstone.runner.llama.ContextSettings;
import io.whetstone.runner.llama.LlamaContext;
import io.whetstone.runner.llama.LlamaModel;

/** The same work with nothing but the binding: a loop around decode that takes the likeliest token. */
final class BareBinding implements AutoCloseable {
    private final LlamaContext context;
    private final float[] logits;
    private final boolean[] ends;

    BareBinding(LlamaModel model, ContextSettings settings, boolean[] ends) {
        this.context = new LlamaContext(model, settings);
        this.logits = new float[model.vocabularySize()];
        this.ends = ends;
    }

    void run(Workload work, int[][] prompts) {
        for (int stream = 0; stream < prompts.length; stream++) {
            context.forget(stream, 0);
        }
        var next = readPrompts(prompts);
        for (int i = 1; i < work.newTokens(); i++) {
            step(next, work.promptTokens() + i - 1);
        }
    }

    private int[] readPrompts(int[][] prompts) {
        var next = new int[prompts.length];
        var batch = context.batch();
        var places = new int[prompts.length];
        batch.clear();
        int first = 0;
        for (int stream = 0; stream < prompts.length; stream++) {
            for (int i = 0; i < prompts[stream].length; i++) {
                if (batch.room() == 0) {
                    finish(next, places, first, stream);
                    first = stream;
                }
                places[stream] = batch.add(prompts[stream][i], i, stream, i == prompts[stream].length - 1);
            }
        }
        finish(next, places, first, prompts.length);
        return next;
    }

    /** Decodes what was gathered and takes the first token of the streams whose prompt ended in it. */
    private void finish(int[] next, int[] places, int first, int last) {
        context.decode();
        for (int stream = first; stream < last; stream++) {
            next[stream] = likeliest(places[stream]);
        }
        context.batch().clear();
    }

    private void step(int[] next, int position) {
        var batch = context.batch();
        batch.clear();
        for (int stream = 0; stream < next.length; stream++) {
            batch.add(next[stream], position, stream, true);
        }
        context.decode();
        for (int stream = 0; stream < next.length; stream++) {
            next[stream] = likeliest(stream);
        }
    }

    private int likeliest(int place) {
        context.logits(place, logits);
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best] && !ends[i]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public void close() {
        context.close();
    }
}
