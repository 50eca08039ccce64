package io.whetstone.runner.engine;

import java.util.Arrays;

/**
 * Top-p over unnormalised weights [vocabulary], the largest of which is 1.
 *
 * <p>Sorting a whole vocabulary for every token would cost more than it decides: the weights that matter
 * are few, so only those above a falling threshold are sorted until they hold the wanted mass.
 */
final class Nucleus {
    private static final float FIRST_THRESHOLD = 1e-2f;
    private static final float STEP = 1e-2f;

    private final float[] weights;

    Nucleus(float[] weights) {
        this.weights = weights;
    }

    /** Zeroes all but the largest weights that together hold the mass; answers what they hold. */
    double keep(double mass) {
        float threshold = FIRST_THRESHOLD;
        float[] candidates = above(threshold);
        while (sum(candidates) < mass && threshold > Float.MIN_NORMAL) {
            threshold *= STEP;
            candidates = above(threshold);
        }
        Arrays.sort(candidates);
        return cut(smallestKept(candidates, mass));
    }

    private float[] above(float threshold) {
        var found = new float[weights.length];
        int count = 0;
        for (float weight : weights) {
            if (weight > threshold) {
                found[count++] = weight;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static float smallestKept(float[] ascending, double mass) {
        double sum = 0;
        for (int i = ascending.length - 1; i >= 0; i--) {
            sum += ascending[i];
            if (sum >= mass) {
                return ascending[i];
            }
        }
        return ascending[0];
    }

    private double cut(float smallest) {
        double kept = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < smallest) {
                weights[i] = 0;
            }
            kept += weights[i];
        }
        return kept;
    }
}
