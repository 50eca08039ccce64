package io.whetstone.formats.gguf;

import io.whetstone.formats.UnsupportedModelException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The head of a GGUF file (versions 2 and 3, little endian), checked against the size of the file. */
record GgufHeader(GgufMetadata metadata, Map<String, Entry> entries) {
    static final int MAGIC = 0x46554747;

    private static final int MAX_DIMENSIONS = 4;
    private static final int MAX_ITEMS = 1 << 24;
    private static final String ALIGNMENT = "general.alignment";

    /** A tensor and where its bytes begin in the file. */
    record Entry(GgufTensor tensor, long position) {}

    /** Parses {@code head}, the beginning of a file of {@code size} bytes. */
    static GgufHeader parse(ByteBuffer head, long size) throws IOException {
        head.order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (head.getInt() != MAGIC) {
                throw new UnsupportedModelException("this is not a GGUF file");
            }
            requireVersion(head.getInt());
            long tensors = count(head.getLong(), head, 24);
            long pairs = count(head.getLong(), head, 12);
            GgufMetadata metadata = metadata(head, pairs);
            return new GgufHeader(metadata, tensors(head, tensors, metadata, size));
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new IOException("the GGUF file is cut short or broken in its header", e);
        }
    }

    private static void requireVersion(int version) throws IOException {
        if (version != 2 && version != 3) {
            throw new UnsupportedModelException(
                    (version & 0xffff) == 0
                            ? "big-endian GGUF files are not supported"
                            : "GGUF version " + version + " is not supported, only 2 and 3");
        }
    }

    private static long count(long count, ByteBuffer head, int leastBytesEach) throws IOException {
        if (count < 0 || count > head.remaining() / leastBytesEach) {
            throw new IOException("the GGUF header announces " + Long.toUnsignedString(count)
                    + " items, more than the file can hold");
        }
        return count;
    }

    private static GgufMetadata metadata(ByteBuffer head, long pairs) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (long i = 0; i < pairs; i++) {
            String key = text(head);
            if (values.put(key, value(head, head.getInt(), 0)) != null) {
                throw new IOException("the GGUF header has the key " + key + " twice");
            }
        }
        return new GgufMetadata(values);
    }

    private static Object value(ByteBuffer head, int type, int depth) throws IOException {
        return switch (type) {
            case 0 -> (long) (head.get() & 0xff);
            case 1 -> (long) head.get();
            case 2 -> (long) (head.getShort() & 0xffff);
            case 3 -> (long) head.getShort();
            case 4 -> head.getInt() & 0xffffffffL;
            case 5 -> (long) head.getInt();
            case 6 -> head.getFloat();
            case 7 -> head.get() != 0;
            case 8 -> text(head);
            case 9 -> array(head, depth);
            case 10, 11 -> head.getLong();
            case 12 -> head.getDouble();
            default -> throw new IOException("the GGUF header has a value of the unknown type " + type);
        };
    }

    private static List<Object> array(ByteBuffer head, int depth) throws IOException {
        if (depth > 4) {
            throw new IOException("the GGUF header nests arrays too deeply");
        }
        int type = head.getInt();
        long length = count(head.getLong(), head, 1);
        if (length > MAX_ITEMS) {
            throw new IOException("the GGUF header has an array of " + length + " items");
        }
        List<Object> items = new ArrayList<>((int) length);
        for (long i = 0; i < length; i++) {
            items.add(value(head, type, depth + 1));
        }
        return Collections.unmodifiableList(items);
    }

    private static String text(ByteBuffer head) throws IOException {
        byte[] bytes = new byte[(int) count(head.getLong(), head, 1)];
        head.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, Entry> tensors(ByteBuffer head, long count, GgufMetadata metadata, long size)
            throws IOException {
        int alignment = metadata.integer(ALIGNMENT, 32);
        if (alignment < 8 || Integer.bitCount(alignment) != 1) {
            throw new IOException("the GGUF header asks for an alignment of " + alignment);
        }
        List<Entry> relative = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            relative.add(tensor(head));
        }
        long dataStart = align(head.position(), alignment);
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : relative) {
            Entry absolute = new Entry(entry.tensor(), Math.addExact(dataStart, entry.position()));
            if (entry.position() % alignment != 0 || entries.put(entry.tensor().name(), absolute) != null) {
                throw new IOException("tensor " + entry.tensor().name() + " comes twice or is not aligned");
            }
        }
        requireApart(entries, dataStart, size);
        return entries;
    }

    private static Entry tensor(ByteBuffer head) throws IOException {
        String name = text(head);
        int dimensions = head.getInt();
        if (dimensions < 0 || dimensions > MAX_DIMENSIONS) {
            throw new IOException("tensor " + name + " has " + dimensions + " dimensions");
        }
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            shape.add(0, head.getLong());
        }
        GgufType type = GgufType.of(head.getInt() & 0xffffffffL, name);
        GgufTensor tensor = new GgufTensor(name, type, shape);
        boolean negative = shape.stream().anyMatch(d -> d < 0);
        if (negative || tensor.elements() < 0 || tensor.rowLength() % type.blockLength() != 0) {
            throw new IOException("tensor " + name + " of type " + type + " has the impossible shape " + shape);
        }
        return new Entry(tensor, head.getLong());
    }

    private static void requireApart(Map<String, Entry> entries, long dataStart, long size) throws IOException {
        long end = dataStart;
        for (Entry entry : entries.values().stream()
                .sorted(Comparator.comparingLong(Entry::position))
                .toList()) {
            String name = entry.tensor().name();
            if (entry.position() < end) {
                throw new IOException("tensor " + name + " overlaps what comes before it");
            }
            end = Math.addExact(entry.position(), entry.tensor().bytes());
            if (end > size) {
                throw new IOException(
                        "tensor " + name + " ends at byte " + end + " but the file has only " + size + " (cut short)");
            }
        }
    }

    static long align(long position, int alignment) {
        return (position + alignment - 1) / alignment * alignment;
    }
}
