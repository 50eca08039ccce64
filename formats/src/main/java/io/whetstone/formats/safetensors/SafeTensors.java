package io.whetstone.formats.safetensors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.Halves;
import io.whetstone.formats.PickleGuard;
import io.whetstone.formats.UnsupportedModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tensors of one safetensors file or of a sharded folder, mapped into memory one tensor at a time.
 * Safe for several threads. Buffers that were handed out stay valid after {@link #close()}.
 */
public final class SafeTensors implements AutoCloseable {
    public static final String SINGLE = "model.safetensors";
    public static final String INDEX = "model.safetensors.index.json";

    private record Place(FileChannel channel, SafeTensorsHeader.Entry entry) {}

    private final List<FileChannel> channels = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private SafeTensors() {}

    /** Opens a file, or in a folder {@value #INDEX} or {@value #SINGLE}; only headers are read. */
    public static SafeTensors open(Path fileOrFolder) throws IOException {
        SafeTensors opened = new SafeTensors();
        try {
            if (!Files.isDirectory(fileOrFolder)) {
                opened.add(fileOrFolder);
            } else if (Files.exists(fileOrFolder.resolve(INDEX))) {
                opened.addShards(fileOrFolder);
            } else if (Files.exists(fileOrFolder.resolve(SINGLE))) {
                opened.add(fileOrFolder.resolve(SINGLE));
            } else {
                throw noWeights(fileOrFolder);
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    public Map<String, TensorInfo> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    public boolean contains(String name) {
        return places.containsKey(name);
    }

    public TensorInfo info(String name) throws IOException {
        return place(name).entry().info();
    }

    /** The raw bytes of a tensor, little endian and read only; at most 2 GiB. */
    public ByteBuffer bytes(String name) throws IOException {
        long length = info(name).bytes();
        if (length > Integer.MAX_VALUE) {
            throw new IOException("tensor " + name + " has " + length + " bytes: read it in slices");
        }
        return bytes(name, 0, (int) length);
    }

    /** A slice of the raw bytes of a tensor, little endian and read only. */
    public ByteBuffer bytes(String name, long offset, int length) throws IOException {
        SafeTensorsHeader.Entry entry = place(name).entry();
        requireSlice(entry.info(), offset, length);
        if (length == 0) {
            return ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
        }
        return place(name)
                .channel()
                .map(FileChannel.MapMode.READ_ONLY, entry.position() + offset, length)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Fills a buffer from a tensor's byte {@code offset} on. Unlike {@link #bytes} it maps nothing: mapped pages count
     * as memory of the process until the collector finds their buffer.
     */
    public void read(String name, long offset, ByteBuffer into) throws IOException {
        Place place = place(name);
        requireSlice(place.entry().info(), offset, into.remaining());
        long position = place.entry().position() + offset;
        while (into.hasRemaining()) {
            int count = place.channel().read(into, position);
            if (count < 0) {
                throw new IOException("tensor " + name + " ends before its time");
            }
            position += count;
        }
    }

    /** The values of an F32, F16 or BF16 tensor in row-major order. */
    public float[] floats(String name) throws IOException {
        TensorInfo info = info(name);
        if (info.elements() > Integer.MAX_VALUE - 8) {
            throw new IOException("tensor " + name + " has too many values for one array: " + info.elements());
        }
        return floats(name, 0, (int) info.elements());
    }

    /** Some values of an F32, F16 or BF16 tensor, counted in row-major order. */
    public float[] floats(String name, long first, int count) throws IOException {
        TensorInfo info = info(name);
        int width = info.dtype().width();
        float[] values = new float[count];
        decode(info, bytes(name, first * width, Math.multiplyExact(count, width)), values);
        return values;
    }

    private static void decode(TensorInfo info, ByteBuffer from, float[] into) throws IOException {
        switch (info.dtype()) {
            case F32 -> from.asFloatBuffer().get(into);
            case F16 -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = Halves.fromHalf(from.getShort(2 * i));
                }
            }
            case BF16 -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = Halves.fromBfloat(from.getShort(2 * i));
                }
            }
            default ->
                throw new IOException("tensor " + info.name() + " is " + info.dtype() + ", not a floating point type");
        }
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : channels) {
            channel.close();
        }
    }

    private Place place(String name) throws IOException {
        Place place = places.get(name);
        if (place == null) {
            throw new IOException("there is no tensor " + name);
        }
        return place;
    }

    private SafeTensorsHeader add(Path file) throws IOException {
        PickleGuard.check(file);
        FileChannel channel = FileChannel.open(file);
        channels.add(channel);
        SafeTensorsHeader header = SafeTensorsHeader.read(channel, String.valueOf(file.getFileName()));
        for (var entry : header.entries().entrySet()) {
            if (places.put(entry.getKey(), new Place(channel, entry.getValue())) != null) {
                throw new IOException(file.getFileName() + ": tensor " + entry.getKey() + " is in another shard too");
            }
            tensors.put(entry.getKey(), entry.getValue().info());
        }
        metadata.putAll(header.metadata());
        return header;
    }

    private void addShards(Path folder) throws IOException {
        JsonNode map =
                new ObjectMapper().readTree(folder.resolve(INDEX).toFile()).path("weight_map");
        Map<String, List<String>> shards = new TreeMap<>();
        for (var entry : map.properties()) {
            shards.computeIfAbsent(entry.getValue().asText(), k -> new ArrayList<>())
                    .add(entry.getKey());
        }
        if (shards.isEmpty()) {
            throw new IOException(INDEX + " names no tensors");
        }
        for (var shard : shards.entrySet()) {
            addShard(folder, shard.getKey(), shard.getValue());
        }
    }

    private void addShard(Path folder, String shard, List<String> names) throws IOException {
        Path file = folder.resolve(shard);
        if (!shard.equals(String.valueOf(file.getFileName())) || !Files.isRegularFile(file)) {
            throw new IOException(INDEX + " names the shard \"" + shard + "\", which is not in the folder");
        }
        SafeTensorsHeader header = add(file);
        for (String name : names) {
            if (!header.entries().containsKey(name)) {
                throw new IOException(shard + ": tensor " + name + ", named in " + INDEX + ", is missing");
            }
        }
    }

    private static void requireSlice(TensorInfo of, long offset, int length) {
        if (offset < 0 || length < 0 || offset + length > of.bytes()) {
            throw new IndexOutOfBoundsException("slice " + offset + "+" + length + " of tensor " + of.name());
        }
    }

    private static IOException noWeights(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                PickleGuard.check(file);
            }
        }
        return new UnsupportedModelException("the folder holds neither " + SINGLE + " nor " + INDEX);
    }
}
