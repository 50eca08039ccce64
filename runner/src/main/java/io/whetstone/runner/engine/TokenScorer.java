package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LlamaModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Turns raw scores [vocabulary] into log-probabilities: of the chosen token and of the likeliest. */
final class TokenScorer {
    private final LlamaModel model;

    TokenScorer(LlamaModel model) {
        this.model = model;
    }

    TokenScore score(float[] logits, int token, int alternatives) {
        double normaliser = logSumExp(logits);
        var best = likeliest(logits, alternatives).stream()
                .map(id -> single(id, logits[id] - normaliser))
                .toList();
        return new TokenScore(token, model.piece(token), logits[token] - normaliser, best);
    }

    private TokenScore single(int token, double logprob) {
        return new TokenScore(token, model.piece(token), logprob, List.of());
    }

    private static double logSumExp(float[] logits) {
        float top = logits[Sampler.likeliest(logits)];
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - top);
        }
        return top + Math.log(sum);
    }

    /** The ids of the highest scores, best first. */
    private static List<Integer> likeliest(float[] logits, int count) {
        if (count == 0) {
            return List.of();
        }
        var best = new PriorityQueue<Integer>(Comparator.comparingDouble(id -> logits[id]));
        for (int id = 0; id < logits.length; id++) {
            if (best.size() < count) {
                best.add(id);
            } else if (logits[id] > logits[best.element()]) {
                best.poll();
                best.add(id);
            }
        }
        var ordered = new ArrayList<>(best);
        ordered.sort(Comparator.comparingDouble((Integer id) -> logits[id]).reversed());
        return ordered;
    }
}
