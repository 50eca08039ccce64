package io.whetstone.trainer.decoder;

import io.whetstone.formats.ModelConfig;
import io.whetstone.formats.UnsupportedModelException;
import java.io.IOException;
import java.nio.file.Path;

/** The sizes of a model that this decoder computes as its makers meant it: Llama layout, no biases. */
public record DecoderShape(ModelConfig config) {

    /** Reads and checks a model folder's configuration; refuses what this decoder would compute differently. */
    public static DecoderShape read(Path folder) throws IOException {
        ModelConfig config = ModelConfig.read(folder);
        if (!config.modelType().equals("llama")) {
            throw new UnsupportedModelException(
                    "models of type \"" + config.modelType() + "\" cannot be trained yet, only llama");
        }
        if (config.attentionBias() || config.mlpBias()) {
            throw new UnsupportedModelException("llama models with attention_bias or mlp_bias cannot be trained");
        }
        if (!config.activation().equals("silu")) {
            throw new UnsupportedModelException("the activation " + config.activation() + " cannot be trained");
        }
        return new DecoderShape(config);
    }

    public int layers() {
        return config.layers();
    }

    public int hidden() {
        return config.hiddenSize();
    }

    public int intermediate() {
        return config.intermediateSize();
    }

    public int heads() {
        return config.heads();
    }

    public int kvHeads() {
        return config.keyValueHeads();
    }

    public int headDim() {
        return config.headSize();
    }

    public int vocabulary() {
        return config.vocabularySize();
    }

    /** The longest sequence that the model was made for. */
    public int context() {
        return config.maxPositions();
    }

    public double epsilon() {
        return config.rmsNormEpsilon();
    }

    /** Whether the output head is the embedding. */
    public boolean tied() {
        return config.tiedEmbeddings();
    }

    /** Values in all the tensors of the base model. */
    public long parameters() {
        long layer = 2L * hidden();
        for (Projection projection : Projection.values()) {
            layer += (long) projection.inputs(this) * projection.outputs(this);
        }
        return layers() * layer + hidden() + (tied() ? 1L : 2L) * vocabulary() * hidden();
    }

    /**
     * What the rotary embedding needs: cosines or sines of position times frequency, row-major
     * [length, headDim / 2]. Models are trained with frequencies and angles in single precision.
     */
    float[] rope(int length, boolean cosine) {
        double[] frequencies = config.inverseFrequencies();
        float[] table = new float[length * frequencies.length];
        for (int i = 0; i < table.length; i++) {
            int position = i / frequencies.length;
            float angle = position * (float) frequencies[i % frequencies.length];
            table[i] = (float) (cosine ? Math.cos(angle) : Math.sin(angle));
        }
        return table;
    }
}
