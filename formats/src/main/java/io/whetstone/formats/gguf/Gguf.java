package io.whetstone.formats.gguf;

import io.whetstone.formats.PickleGuard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An open GGUF file: its metadata, and its tensors decoded to floats row by row from the mapped file. */
public final class Gguf implements AutoCloseable {
    private final FileChannel channel;
    private final GgufHeader header;

    private Gguf(FileChannel channel, GgufHeader header) {
        this.channel = channel;
        this.header = header;
    }

    public static Gguf open(Path file) throws IOException {
        PickleGuard.check(file);
        FileChannel channel = FileChannel.open(file);
        try {
            long size = channel.size();
            ByteBuffer head = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(size, Integer.MAX_VALUE));
            return new Gguf(channel, GgufHeader.parse(head, size));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether a file begins like a GGUF file. */
    public static boolean isGguf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(4);
            return magic.length == 4
                    && ByteBuffer.wrap(magic).order(ByteOrder.LITTLE_ENDIAN).getInt() == GgufHeader.MAGIC;
        }
    }

    public GgufMetadata metadata() {
        return header.metadata();
    }

    public List<GgufTensor> tensors() {
        List<GgufTensor> tensors = new ArrayList<>();
        header.entries().values().forEach(e -> tensors.add(e.tensor()));
        return tensors;
    }

    public boolean contains(String name) {
        return header.entries().containsKey(name);
    }

    public GgufTensor tensor(String name) throws IOException {
        return entry(name).tensor();
    }

    /** All values of a tensor in row-major order. */
    public float[] floats(String name) throws IOException {
        return floats(name, 0, tensor(name).rows());
    }

    /** The values of some rows of a tensor. */
    public float[] floats(String name, int firstRow, int rows) throws IOException {
        GgufTensor tensor = tensor(name);
        float[] values = new float[Math.multiplyExact(rows, tensor.rowLength())];
        if (values.length > 0) {
            Blocks.decode(tensor.type(), bytes(name, firstRow, rows), values);
        }
        return values;
    }

    /** The encoded bytes of some rows of a tensor, little endian and read only. */
    public ByteBuffer bytes(String name, int firstRow, int rows) throws IOException {
        GgufHeader.Entry entry = entry(name);
        GgufTensor tensor = entry.tensor();
        if (firstRow < 0 || rows < 0 || (long) firstRow + rows > tensor.rows()) {
            throw new IndexOutOfBoundsException("rows " + firstRow + "+" + rows + " of tensor " + name);
        }
        long rowBytes = tensor.type().bytes(tensor.rowLength());
        return channel.map(FileChannel.MapMode.READ_ONLY, entry.position() + firstRow * rowBytes, rows * rowBytes)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private GgufHeader.Entry entry(String name) throws IOException {
        GgufHeader.Entry entry = header.entries().get(name);
        if (entry == null) {
            throw new IOException("the GGUF file has no tensor " + name);
        }
        return entry;
    }
}
