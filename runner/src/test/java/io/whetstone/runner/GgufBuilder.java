package io.whetstone.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes small GGUF files (version 3) for tests, by hand, so that they do not depend on the code they test. */
final class GgufBuilder {
    private static final int ALIGNMENT = 32;
    private static final int UINT32 = 4;
    private static final int INT32 = 5;
    private static final int FLOAT32 = 6;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tensor(String name, int[] shape, float[] values) {}

    private final ByteArrayOutputStream metadata = new ByteArrayOutputStream();
    private final List<Tensor> tensors = new ArrayList<>();
    private int entries;

    GgufBuilder put(String key, String value) {
        return entry(key, STRING).text(metadata, value);
    }

    GgufBuilder put(String key, int value) {
        return entry(key, UINT32).number(metadata, value);
    }

    GgufBuilder put(String key, float value) {
        return entry(key, FLOAT32).number(metadata, Float.floatToIntBits(value));
    }

    GgufBuilder putTexts(String key, List<String> values) {
        entry(key, ARRAY).number(metadata, STRING).large(metadata, values.size());
        values.forEach(value -> text(metadata, value));
        return this;
    }

    GgufBuilder putNumbers(String key, List<Integer> values) {
        entry(key, ARRAY).number(metadata, INT32).large(metadata, values.size());
        values.forEach(value -> number(metadata, value));
        return this;
    }

    /** Adds an F32 tensor; {@code shape} has the fastest dimension first, as GGUF has it. */
    GgufBuilder tensor(String name, float[] values, int... shape) {
        tensors.add(new Tensor(name, shape, values));
        return this;
    }

    Path write(Path file) throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        number(out, 3).large(out, tensors.size()).large(out, entries);
        out.writeBytes(metadata.toByteArray());
        long offset = 0;
        for (var tensor : tensors) {
            text(out, tensor.name()).number(out, tensor.shape().length);
            for (int size : tensor.shape()) {
                large(out, size);
            }
            number(out, 0).large(out, offset);
            offset += aligned(4L * tensor.values().length);
        }
        pad(out);
        for (var tensor : tensors) {
            for (float value : tensor.values()) {
                number(out, Float.floatToIntBits(value));
            }
            pad(out);
        }
        return Files.write(file, out.toByteArray());
    }

    private GgufBuilder entry(String key, int type) {
        entries++;
        return text(metadata, key).number(metadata, type);
    }

    private GgufBuilder text(ByteArrayOutputStream out, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        large(out, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private GgufBuilder number(ByteArrayOutputStream out, int value) {
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return this;
    }

    private GgufBuilder large(ByteArrayOutputStream out, long value) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
        return this;
    }

    private static long aligned(long size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static void pad(ByteArrayOutputStream out) {
        while (out.size() % ALIGNMENT != 0) {
            out.write(0);
        }
    }
}
