package io.whetstone.formats.gguf;

import io.whetstone.formats.RopeScaling;

/** The divisors of the rotary frequencies that llama.cpp reads from the tensor {@code rope_freqs.weight}. */
final class RopeFactors {
    private RopeFactors() {}

    /** One divisor for each of the {@code headSize / 2} pairs. */
    static float[] of(RopeScaling scaling, double theta, int headSize) {
        float[] factors = new float[headSize / 2];
        for (int i = 0; i < factors.length; i++) {
            double frequency = Math.pow(theta, -2.0 * i / headSize);
            factors[i] = (float) (frequency / scaling.scale(frequency));
        }
        return factors;
    }
}
