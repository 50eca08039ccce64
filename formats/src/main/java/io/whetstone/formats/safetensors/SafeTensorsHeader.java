package io.whetstone.formats.safetensors;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of one safetensors file, believed only when it describes the file exactly: every byte after it
 * belongs to one tensor, and every tensor has the bytes that its shape and type ask for.
 */
record SafeTensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {
    /** The limit of the reference implementation. */
    static final long MAX_LENGTH = 100_000_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A tensor and where its bytes begin in the file. */
    record Entry(TensorInfo info, long position) {}

    static SafeTensorsHeader read(FileChannel channel, String file) throws IOException {
        long size = channel.size();
        if (size < 8) {
            throw new IOException(file + ": too short for a safetensors file (" + size + " bytes)");
        }
        long length = ByteBuffer.wrap(read(channel, 0, 8))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 2 || length > MAX_LENGTH || length > size - 8) {
            throw new IOException(file + ": header length " + Long.toUnsignedString(length)
                    + " does not fit into the file of " + size + " bytes");
        }
        return parse(json(read(channel, 8, (int) length), file), 8 + length, size, file);
    }

    private static byte[] read(FileChannel channel, long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int got = 0;
        while (got >= 0 && buffer.hasRemaining()) {
            got = channel.read(buffer, position + buffer.position());
        }
        if (buffer.hasRemaining()) {
            throw new IOException("file ended while its header was read");
        }
        return bytes;
    }

    private static JsonNode json(byte[] bytes, String file) throws IOException {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root == null || !root.isObject()) {
                throw new IOException(file + ": the header is not a JSON object");
            }
            return root;
        } catch (JacksonException e) {
            throw new IOException(file + ": the header is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static SafeTensorsHeader parse(JsonNode root, long dataStart, long size, String file) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> found = new ArrayList<>();
        for (var field : root.properties()) {
            if (field.getKey().equals("__metadata__")) {
                field.getValue()
                        .properties()
                        .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
            } else {
                found.add(entry(field.getKey(), field.getValue(), dataStart, file));
            }
        }
        requireGapless(found, dataStart, size, file);
        Map<String, Entry> entries = new LinkedHashMap<>();
        found.forEach(e -> entries.put(e.info().name(), e));
        return new SafeTensorsHeader(entries, metadata);
    }

    private static Entry entry(String name, JsonNode node, long dataStart, String file) throws IOException {
        JsonNode offsets = node.path("data_offsets");
        long begin = offset(offsets, 0, name, file);
        long end = offset(offsets, 1, name, file);
        TensorInfo info = new TensorInfo(name, dtype(node, name, file), shape(node, name, file));
        try {
            if (begin > end || info.bytes() != end - begin) {
                throw new IOException(file + ": tensor " + name + " " + info.dtype() + info.dimensions() + " needs "
                        + info.bytes() + " bytes but its offsets give " + (end - begin));
            }
            return new Entry(info, Math.addExact(dataStart, begin));
        } catch (ArithmeticException e) {
            throw new IOException(file + ": tensor " + name + " has an impossible size", e);
        }
    }

    private static long offset(JsonNode offsets, int index, String name, String file) throws IOException {
        JsonNode value = offsets.path(index);
        if (offsets.size() != 2 || !value.canConvertToLong() || !value.isIntegralNumber() || value.asLong() < 0) {
            throw new IOException(file + ": tensor " + name + " has no valid data_offsets");
        }
        return value.asLong();
    }

    private static DType dtype(JsonNode node, String name, String file) throws IOException {
        String text = node.path("dtype").asText();
        try {
            return DType.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": tensor " + name + " has the unknown dtype \"" + text + "\"", e);
        }
    }

    private static List<Long> shape(JsonNode node, String name, String file) throws IOException {
        JsonNode shape = node.path("shape");
        List<Long> dimensions = new ArrayList<>();
        for (JsonNode d : shape) {
            if (!d.isIntegralNumber() || !d.canConvertToLong() || d.asLong() < 0) {
                throw new IOException(file + ": tensor " + name + " has an invalid shape " + shape);
            }
            dimensions.add(d.asLong());
        }
        if (!shape.isArray()) {
            throw new IOException(file + ": tensor " + name + " has no shape");
        }
        return dimensions;
    }

    private static void requireGapless(List<Entry> found, long dataStart, long size, String file) throws IOException {
        long expected = dataStart;
        for (Entry e : found.stream()
                .sorted(Comparator.comparingLong(Entry::position)
                        .thenComparingLong(e -> e.info().bytes()))
                .toList()) {
            if (e.position() != expected) {
                throw new IOException(file + ": tensor " + e.info().name()
                        + (e.position() < expected ? " overlaps the one before it" : " follows a hole in the data"));
            }
            expected += e.info().bytes();
        }
        if (expected != size) {
            throw new IOException(file + ": the tensors end at byte " + expected + " but the file has " + size
                    + (expected > size ? " (cut short)" : ""));
        }
    }
}
