package io.whetstone.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * The rotary position scaling of Llama 3.1 and later: low frequencies are divided by {@code factor}, high ones are
 * kept, those between are blended.
 */
public record RopeScaling(
        double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalMaxPositions) {

    static RopeScaling parse(JsonNode node) throws IOException {
        return new RopeScaling(
                number(node, "factor"), number(node, "low_freq_factor"), number(node, "high_freq_factor"), (int)
                        number(node, "original_max_position_embeddings"));
    }

    /** The inverse frequency of one rotary pair after scaling. */
    public double scale(double inverseFrequency) {
        double wavelength = 2 * Math.PI / inverseFrequency;
        double low = originalMaxPositions / lowFrequencyFactor;
        double high = originalMaxPositions / highFrequencyFactor;
        if (wavelength < high) {
            return inverseFrequency;
        }
        if (wavelength > low) {
            return inverseFrequency / factor;
        }
        double smooth =
                (originalMaxPositions / wavelength - lowFrequencyFactor) / (highFrequencyFactor - lowFrequencyFactor);
        return (1 - smooth) * inverseFrequency / factor + smooth * inverseFrequency;
    }

    private static double number(JsonNode node, String field) throws IOException {
        if (!node.path(field).isNumber()) {
            throw new IOException("config.json: the rope scaling has no number " + field);
        }
        return node.path(field).asDouble();
    }
}
