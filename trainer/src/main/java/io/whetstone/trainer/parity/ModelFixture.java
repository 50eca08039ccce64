package io.whetstone.trainer.parity;

import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.trainer.data.Batch;
import io.whetstone.trainer.data.Example;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tiny model with expected numbers: the batch that they were computed on, and which of them count. */
record ModelFixture(Path folder, SafeTensors expected) implements AutoCloseable {

    static ModelFixture open(Path folder) throws IOException {
        return new ModelFixture(folder, SafeTensors.open(folder.resolve("expected.safetensors")));
    }

    /** The batch as examples; what the attention mask hides is padding and left away. */
    List<Example> examples() throws IOException {
        int rows = (int) expected.info("input_ids").shape()[0];
        int length = (int) expected.info("input_ids").shape()[1];
        LongBuffer ids = longs("input_ids");
        LongBuffer mask = longs("attention_mask");
        LongBuffer labels = longs("labels");
        List<Example> examples = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int real = 0;
            while (real < length && mask.get(row * length + real) == 1) {
                real++;
            }
            int[] tokens = new int[real];
            boolean[] learnt = new boolean[real];
            for (int i = 0; i < real; i++) {
                tokens[i] = (int) ids.get(row * length + i);
                learnt[i] = labels.get(row * length + i) >= 0;
            }
            examples.add(new Example(tokens, learnt));
        }
        return examples;
    }

    Batch batch() throws IOException {
        return Batch.of(examples(), false);
    }

    float[] floats(String name) throws IOException {
        return expected.floats(name);
    }

    /** Logits of the real positions only: those under the padding differ between implementations and mean nothing. */
    float[] real(float[] logits, int width) throws IOException {
        List<Example> examples = examples();
        int length = (int) expected.info("input_ids").shape()[1];
        int total = examples.stream().mapToInt(Example::length).sum();
        float[] real = new float[total * width];
        int to = 0;
        for (int row = 0; row < examples.size(); row++) {
            int count = examples.get(row).length() * width;
            System.arraycopy(logits, row * length * width, real, to, count);
            to += count;
        }
        return real;
    }

    @Override
    public void close() throws IOException {
        expected.close();
    }

    private LongBuffer longs(String name) throws IOException {
        return expected.bytes(name).asLongBuffer();
    }
}
