package io.whetstone.formats.safetensors;

import java.util.Arrays;
import java.util.List;

/** What a header says of one tensor; {@code dimensions} run from the slowest to the fastest, empty for a scalar. */
public record TensorInfo(String name, DType dtype, List<Long> dimensions) {
    public TensorInfo {
        dimensions = List.copyOf(dimensions);
    }

    public static TensorInfo of(String name, DType dtype, long... shape) {
        return new TensorInfo(name, dtype, Arrays.stream(shape).boxed().toList());
    }

    public long[] shape() {
        return dimensions.stream().mapToLong(Long::longValue).toArray();
    }

    public long elements() {
        return dimensions.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }

    public long bytes() {
        return Math.multiplyExact(elements(), (long) dtype.width());
    }
}
