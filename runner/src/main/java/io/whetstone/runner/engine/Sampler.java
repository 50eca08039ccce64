package io.whetstone.runner.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Chooses the tokens of one generation.
 *
 * <p>Order: bias and penalties on the scores, temperature, then top-p on the probabilities. The random
 * numbers come from the seed alone, so an answer can be had again.
 */
final class Sampler {
    private final SamplingSettings settings;
    private final SplittableRandom random;
    private final Map<Integer, Integer> counts = new HashMap<>();

    Sampler(SamplingSettings settings) {
        this.settings = settings;
        var seed = settings.seed();
        this.random = seed == null ? new SplittableRandom() : new SplittableRandom(seed);
    }

    /** The next token for these scores [vocabulary], which are overwritten. */
    int choose(float[] scores) {
        adjust(scores);
        int token = settings.temperature() == 0 ? likeliest(scores) : draw(scores);
        counts.merge(token, 1, Integer::sum);
        return token;
    }

    private void adjust(float[] scores) {
        settings.bias().forEach((token, bias) -> scores[token] += bias);
        if (settings.frequencyPenalty() != 0 || settings.presencePenalty() != 0) {
            counts.forEach((token, count) ->
                    scores[token] -= (float) (count * settings.frequencyPenalty() + settings.presencePenalty()));
        }
    }

    static int likeliest(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    private int draw(float[] scores) {
        float top = scores[likeliest(scores)];
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.exp((scores[i] - top) / settings.temperature());
            total += scores[i];
        }
        if (settings.topP() < 1) {
            total = new Nucleus(scores).keep(settings.topP() * total);
        }
        return pick(scores, random.nextDouble() * total);
    }

    /** The token at which the running sum of the weights passes the mark; excluded ones weigh nothing. */
    private static int pick(float[] weights, double mark) {
        double sum = 0;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                sum += weights[i];
                last = i;
            }
            if (sum > mark) {
                return last;
            }
        }
        return last;
    }
}
