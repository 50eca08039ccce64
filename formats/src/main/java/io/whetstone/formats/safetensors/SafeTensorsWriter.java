package io.whetstone.formats.safetensors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.formats.AtomicFile;
import io.whetstone.formats.Halves;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Streams tensors, in the order announced, into a safetensors file that appears only with {@link #commit()}.
 * Closing without a commit leaves nothing behind.
 */
public final class SafeTensorsWriter implements AutoCloseable {
    private static final Map<String, String> PYTORCH = Map.of("format", "pt");
    private static final int CHUNK = 1 << 16;

    /** Yields the values of a tensor when its turn comes. */
    @FunctionalInterface
    public interface Source {
        float[] floats(TensorInfo tensor) throws IOException;
    }

    private final AtomicFile file;
    private final Iterator<TensorInfo> order;
    private TensorInfo current = TensorInfo.of("", DType.U8, 0);
    private long missing;

    private SafeTensorsWriter(AtomicFile file, List<TensorInfo> tensors) {
        this.file = file;
        this.order = tensors.iterator();
    }

    public static SafeTensorsWriter open(Path target, List<TensorInfo> tensors) throws IOException {
        SafeTensorsWriter writer = new SafeTensorsWriter(AtomicFile.create(target), tensors);
        try {
            writer.file.write(header(tensors));
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** Writes a whole file, asking for one tensor after the other. */
    public static void write(Path target, List<TensorInfo> tensors, Source source) throws IOException {
        try (SafeTensorsWriter writer = open(target, tensors)) {
            for (TensorInfo tensor : tensors) {
                writer.append(tensor.name(), source.floats(tensor));
            }
            writer.commit();
        }
    }

    /** Appends raw little-endian bytes; a large tensor may come in several pieces. */
    public void append(String name, ByteBuffer piece) throws IOException {
        turnTo(name);
        if (piece.remaining() > missing) {
            throw new IllegalArgumentException("tensor " + name + " got more bytes than its shape has");
        }
        missing -= piece.remaining();
        file.write(piece);
    }

    /** Appends values, rounded to the announced F32, F16 or BF16; a large tensor may come in several pieces. */
    public void append(String name, float[] values) throws IOException {
        turnTo(name);
        int width = current.dtype().width();
        ByteBuffer buffer = ByteBuffer.allocateDirect(Math.min(CHUNK, Math.max(1, values.length)) * width)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK) {
            encode(values, from, Math.min(values.length, from + CHUNK), buffer.clear());
            append(name, buffer.flip());
        }
    }

    /** Makes the file visible under its name; every announced tensor must have come completely. */
    public void commit() throws IOException {
        if (missing > 0 || order.hasNext()) {
            throw new IllegalStateException("tensor " + (missing > 0 ? current : order.next()).name() + " is missing");
        }
        file.commit();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void turnTo(String name) {
        if (!current.name().equals(name)) {
            if (missing > 0 || !order.hasNext()) {
                throw new IllegalStateException("tensor " + name + " comes out of turn");
            }
            current = order.next();
            missing = current.bytes();
        }
        if (!current.name().equals(name)) {
            throw new IllegalStateException("tensor " + name + " comes out of turn, " + current.name() + " is next");
        }
    }

    private void encode(float[] values, int from, int to, ByteBuffer into) {
        switch (current.dtype()) {
            case F32 -> {
                into.asFloatBuffer().put(values, from, to - from);
                into.position((to - from) * 4);
            }
            case F16 -> {
                for (int i = from; i < to; i++) {
                    into.putShort(Halves.toHalf(values[i]));
                }
            }
            case BF16 -> {
                for (int i = from; i < to; i++) {
                    into.putShort(Halves.toBfloat(values[i]));
                }
            }
            default -> throw new IllegalStateException("values cannot be written as " + current.dtype());
        }
    }

    /** Length, JSON, and spaces up to a multiple of eight, so that the data is aligned. */
    private static ByteBuffer header(List<TensorInfo> tensors) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.putPOJO("__metadata__", PYTORCH);
        long offset = 0;
        for (TensorInfo tensor : tensors) {
            ObjectNode node = root.putObject(tensor.name());
            node.put("dtype", tensor.dtype().name());
            tensor.dimensions().forEach(node.putArray("shape")::add);
            node.putArray("data_offsets").add(offset).add(offset + tensor.bytes());
            offset += tensor.bytes();
        }
        byte[] text = json.writeValueAsBytes(root);
        int padded = (text.length + 7) / 8 * 8;
        ByteBuffer out = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(padded).put(text);
        while (out.hasRemaining()) {
            out.put((byte) ' ');
        }
        return out.flip();
    }
}
