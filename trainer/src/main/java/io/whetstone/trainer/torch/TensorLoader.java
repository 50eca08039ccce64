package io.whetstone.trainer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.whetstone.formats.Halves;
import io.whetstone.formats.safetensors.DType;
import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.formats.safetensors.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Brings tensors of a file into the engine as F32, slice by slice, so that no buffer limits their size. */
public final class TensorLoader implements AutoCloseable {
    private static final int SLICE = 1 << 22;
    private static final String FILL = """
              def fill(self: __torch__.M, into: Tensor, at: Tensor, values: Tensor) -> List[Tensor]:
                n = torch.size(values, 0)
                torch.copy_(torch.narrow(torch.reshape(into, [-1]), 0, int(at), n), values)
                return annotate(List[Tensor], [])
            """;

    private final NDManager manager;
    private final Script script;
    private final ByteBuffer raw = ByteBuffer.allocateDirect(4 * SLICE).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4 * SLICE).order(ByteOrder.nativeOrder());

    public TensorLoader(NDManager manager) throws IOException {
        this.manager = manager;
        this.script = new Script(manager, FILL);
    }

    /** The tensor of that name; the file must give it the expected shape. */
    public NDArray load(SafeTensors file, String name, long... shape) throws IOException {
        TensorInfo info = file.info(name);
        if (!info.dimensions().equals(java.util.Arrays.stream(shape).boxed().toList())) {
            throw new IOException(
                    "tensor " + name + " has the shape " + info.dimensions() + ", expected " + List.of(box(shape)));
        }
        NDArray into = manager.zeros(new Shape(shape), DataType.FLOAT32);
        long done = 0;
        while (done < info.elements()) {
            int width = info.dtype().width();
            int count = (int) Math.min(Math.min(SLICE, raw.capacity() / width), info.elements() - done);
            file.read(name, done * width, raw.clear().limit(count * width));
            decode(info.dtype(), raw.flip(), count, name);
            copy(into, done, count);
            done += count;
        }
        return into;
    }

    @Override
    public void close() {
        script.close();
    }

    private void copy(NDArray into, long at, int count) {
        try (NDManager step = manager.newSubManager()) {
            // The engine reads the buffer in place, so it must not be refilled before the copy is made.
            NDArray values = step.create(buffer, new Shape(count), DataType.FLOAT32);
            script.call("fill", false, into, step.create(at), values);
        }
    }

    private void decode(DType type, ByteBuffer from, int count, String name) throws IOException {
        buffer.clear();
        switch (type) {
            case F32 -> buffer.asFloatBuffer().put(from.asFloatBuffer());
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    buffer.putFloat(4 * i, Halves.fromHalf(from.getShort(2 * i)));
                }
            }
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    buffer.putFloat(4 * i, Halves.fromBfloat(from.getShort(2 * i)));
                }
            }
            default -> throw new IOException("tensor " + name + " is " + type + ", not a floating point type");
        }
        buffer.limit(4 * count);
    }

    private static Long[] box(long[] shape) {
        return java.util.Arrays.stream(shape).boxed().toArray(Long[]::new);
    }
}
