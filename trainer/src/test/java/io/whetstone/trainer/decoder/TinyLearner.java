package io.whetstone.trainer.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.whetstone.trainer.TinyModel;
import io.whetstone.trainer.data.Batch;
import io.whetstone.trainer.data.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** The fixture model with its fixture adapter (A and B both random), ready to learn. */
final class TinyLearner implements AutoCloseable {
    private static final Path FOLDER = TinyModel.resource("models/llama");

    final Decoder decoder;
    final Adapter adapter;
    private final NDManager manager;

    private TinyLearner(NDManager manager, Decoder decoder, Adapter adapter) {
        this.manager = manager;
        this.decoder = decoder;
        this.adapter = adapter;
    }

    static TinyLearner open(NDManager manager, Precision precision, double dropout) throws IOException {
        LoraSettings lora = new LoraSettings(4, 8, dropout, EnumSet.allOf(Projection.class));
        Decoder decoder = Decoder.load(manager, FOLDER, lora, precision);
        Path weights = FOLDER.resolve("adapter/adapter_model.safetensors");
        return new TinyLearner(manager, decoder, Adapter.load(manager, decoder.shape(), lora, weights));
    }

    Learner learner(boolean recompute) {
        return new Learner(manager, decoder, adapter, recompute);
    }

    /** All gathered gradients in the order of the adapter's arrays; they are set back to zero. */
    float[] takeGradients() {
        List<float[]> parts = new ArrayList<>();
        int length = 0;
        for (NDArray array : adapter.arrays()) {
            try (NDArray gradient = JniUtils.getGradient((PtNDArray) array)) {
                parts.add(gradient.toFloatArray());
                length += parts.get(parts.size() - 1).length;
            }
            JniUtils.zeroGrad((PtNDArray) array);
        }
        float[] all = new float[length];
        int to = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, to, part.length);
            to += part.length;
        }
        return all;
    }

    /** The inputs of a module's A of which nothing was learnt. */
    Set<Integer> columnsWithoutGradient(int layer, Projection projection) {
        NDArray array = adapter.arrays().get(adapter.pair(layer, projection));
        int columns = (int) array.getShape().get(1);
        Set<Integer> without = new HashSet<>();
        try (NDArray gradient = JniUtils.getGradient((PtNDArray) array)) {
            float[] values = gradient.toFloatArray();
            for (int column = 0; column < columns; column++) {
                int chosen = column;
                if (IntStream.range(0, values.length / columns).allMatch(row -> values[row * columns + chosen] == 0)) {
                    without.add(column);
                }
            }
        }
        return without;
    }

    /** Rows of different lengths that begin with the same eight tokens; only later ones are learnt. */
    static List<Example> examples(int rows) {
        List<Example> examples = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Random random = new Random(row);
            int length = 14 + 3 * row;
            int[] ids = new int[length];
            boolean[] learnt = new boolean[length];
            for (int i = 0; i < length; i++) {
                ids[i] = i < 8 ? 20 + i : random.nextInt(250);
                learnt[i] = i >= 10;
            }
            examples.add(new Example(ids, learnt));
        }
        return examples;
    }

    static Batch batch(int rows) {
        return Batch.of(examples(rows), false);
    }

    /** The largest difference, as a share of the largest expected value. */
    static double distance(float[] actual, float[] expected) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
            size = Math.max(size, Math.abs(expected[i]));
        }
        return difference / size;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
