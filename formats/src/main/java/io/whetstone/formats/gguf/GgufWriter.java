package io.whetstone.formats.gguf;

import io.whetstone.formats.AtomicFile;
import io.whetstone.formats.Halves;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Streams a GGUF file (version 3) of F32, F16 and Q8_0 tensors, in the order announced; it appears only with
 * {@link #commit()}.
 */
public final class GgufWriter implements AutoCloseable {
    static final int ALIGNMENT = 32;

    private final AtomicFile file;
    private final Iterator<GgufTensor> order;
    private String current = "";
    private GgufType type = GgufType.F32;
    private long missing;

    private GgufWriter(AtomicFile file, List<GgufTensor> tensors) {
        this.file = file;
        this.order = tensors.iterator();
    }

    /**
     * Writes the head. Among the metadata an {@code Integer} is written as uint32, in lists as int32; {@code Long}
     * as uint64; {@code Float}, {@code Boolean}, {@code String} and lists of one kind as what they are.
     */
    public static GgufWriter open(Path target, Map<String, Object> metadata, List<GgufTensor> tensors)
            throws IOException {
        GgufWriter writer = new GgufWriter(AtomicFile.create(target), tensors);
        try {
            writer.file.write(ByteBuffer.wrap(head(metadata, tensors)));
            writer.pad();
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** Appends values; a large tensor may come in several pieces of whole blocks. */
    public void append(String name, float[] values) throws IOException {
        if (missing == 0 || !current.equals(name)) {
            begin(name);
        }
        if (values.length > missing || values.length % type.blockLength() != 0) {
            throw new IllegalArgumentException("tensor " + name + " got " + values.length + " of " + missing);
        }
        file.write(encode(type, values));
        missing -= values.length;
        if (missing == 0) {
            pad();
        }
    }

    public void commit() throws IOException {
        if (missing > 0 || order.hasNext()) {
            throw new IllegalStateException("tensor " + (missing > 0 ? current : order.next()) + " is missing");
        }
        file.commit();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void begin(String name) {
        GgufTensor next = missing == 0 && order.hasNext() ? order.next() : null;
        if (next == null || !next.name().equals(name)) {
            throw new IllegalStateException("tensor " + name + " comes out of turn");
        }
        current = name;
        type = next.type();
        missing = next.elements();
    }

    private void pad() throws IOException {
        long position = file.position();
        file.write(ByteBuffer.allocate((int) (GgufHeader.align(position, ALIGNMENT) - position)));
    }

    static ByteBuffer encode(GgufType type, float[] values) {
        ByteBuffer out =
                ByteBuffer.allocate(Math.toIntExact(type.bytes(values.length))).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case F32 -> {
                for (float value : values) {
                    out.putFloat(value);
                }
            }
            case F16 -> {
                for (float value : values) {
                    out.putShort(Halves.toHalf(value));
                }
            }
            case Q8_0 -> {
                for (int block = 0; block < values.length; block += type.blockLength()) {
                    eightBits(values, block, out);
                }
            }
            default -> throw new IllegalArgumentException(type + " cannot be written");
        }
        return out.flip();
    }

    /** As llama.cpp's {@code quantize_row_q8_0_ref}: the largest magnitude becomes 127, halves round away from zero. */
    private static void eightBits(float[] values, int from, ByteBuffer out) {
        float largest = 0;
        for (int i = from; i < from + 32; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        float scale = largest / 127;
        float inverse = scale == 0 ? 0 : 1 / scale;
        out.putShort(Halves.toHalf(scale));
        for (int i = from; i < from + 32; i++) {
            float steps = values[i] * inverse;
            double rounded = Math.floor(Math.abs((double) steps) + 0.5);
            out.put((byte) Math.copySign(rounded, steps));
        }
    }

    private static byte[] head(Map<String, Object> metadata, List<GgufTensor> tensors) {
        Head head = new Head();
        head.int32(GgufHeader.MAGIC).int32(3).int64(tensors.size()).int64(metadata.size());
        metadata.forEach((key, value) -> head.text(key).value(value));
        long offset = 0;
        for (GgufTensor tensor : tensors) {
            List<Long> shape = tensor.dimensions();
            head.text(tensor.name()).int32(shape.size());
            for (int i = shape.size() - 1; i >= 0; i--) {
                head.int64(shape.get(i));
            }
            head.int32(tensor.type().id()).int64(offset);
            offset += GgufHeader.align(tensor.bytes(), ALIGNMENT);
        }
        return head.bytes.toByteArray();
    }

    /** Collects the head's bytes. */
    private static final class Head {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Head int32(int value) {
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
            return this;
        }

        Head int64(long value) {
            return int32((int) value).int32((int) (value >>> 32));
        }

        Head text(String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            int64(utf8.length);
            bytes.writeBytes(utf8);
            return this;
        }

        void value(Object value) {
            if (value instanceof List<?> list) {
                Object first = list.isEmpty() ? "" : list.get(0);
                int32(9).int32(first instanceof Integer ? 5 : kind(first)).int64(list.size());
                list.forEach(this::raw);
            } else {
                int32(kind(value));
                raw(value);
            }
        }

        private static int kind(Object value) {
            if (value instanceof Integer) {
                return 4;
            }
            if (value instanceof Long) {
                return 10;
            }
            if (value instanceof Float) {
                return 6;
            }
            return value instanceof Boolean ? 7 : 8;
        }

        private void raw(Object value) {
            if (value instanceof Integer number) {
                int32(number);
            } else if (value instanceof Long number) {
                int64(number);
            } else if (value instanceof Float number) {
                int32(Float.floatToRawIntBits(number));
            } else if (value instanceof Boolean flag) {
                bytes.write(flag ? 1 : 0);
            } else {
                text(value.toString());
            }
        }
    }
}
