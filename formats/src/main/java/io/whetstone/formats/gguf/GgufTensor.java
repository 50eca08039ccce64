package io.whetstone.formats.gguf;

import java.util.List;

/** A tensor of a GGUF file; {@code dimensions} run from the slowest to the fastest, as in Hugging Face files. */
public record GgufTensor(String name, GgufType type, List<Long> dimensions) {
    public GgufTensor {
        dimensions = List.copyOf(dimensions);
    }

    public long elements() {
        return dimensions.stream().reduce(1L, Math::multiplyExact);
    }

    public long bytes() {
        return type.bytes(elements());
    }

    /** Values of one row: the fastest dimension. */
    public int rowLength() {
        return dimensions.isEmpty() ? 1 : Math.toIntExact(dimensions.get(dimensions.size() - 1));
    }

    public int rows() {
        return rowLength() == 0 ? 0 : Math.toIntExact(elements() / rowLength());
    }
}
