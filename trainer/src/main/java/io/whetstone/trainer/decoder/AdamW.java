package io.whetstone.trainer.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.whetstone.formats.safetensors.DType;
import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.formats.safetensors.SafeTensorsWriter;
import io.whetstone.formats.safetensors.TensorInfo;
import io.whetstone.trainer.torch.Script;
import io.whetstone.trainer.torch.TensorLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019) and clipping of the gradients' common norm, for the
 * tensors of one adapter. Its state is two moments and a step count for each tensor.
 */
public final class AdamW implements AutoCloseable {
    /** What does not change from step to step; {@code maxNorm} 0 switches clipping off. */
    public record Settings(double beta1, double beta2, double epsilon, double weightDecay, double maxNorm) {}

    private final NDManager manager;
    private final Settings settings;
    private final Adapter adapter;
    private final Script script;
    private final NDList first = new NDList();
    private final NDList second = new NDList();
    private final NDList steps = new NDList();

    public AdamW(NDManager manager, Settings settings, Adapter adapter) throws IOException {
        this.manager = manager;
        this.settings = settings;
        this.adapter = adapter;
        this.script = new Script(manager, DecoderSource.resource("adamw.torchscript"));
        for (NDArray array : adapter.arrays()) {
            first.add(manager.zeros(array.getShape(), DataType.FLOAT32));
            second.add(manager.zeros(array.getShape(), DataType.FLOAT32));
            steps.add(manager.zeros(new Shape(), DataType.FLOAT32));
        }
    }

    /** The norm of all gathered gradients together, before clipping. */
    public double norm() {
        try (NDManager step = manager.newSubManager()) {
            return script.call("norm", false, step.create(0L), adapter.arrays())
                    .get(0)
                    .getFloat();
        }
    }

    /** Clips, moves the weights and forgets the gradients. */
    public void update(double learningRate, double norm) {
        double clip = settings.maxNorm() > 0 ? Math.min(1, settings.maxNorm() / (norm + 1e-6)) : 1;
        double[] numbers = {
            learningRate, settings.beta1(), settings.beta2(), settings.epsilon(), settings.weightDecay(), clip
        };
        try (NDManager step = manager.newSubManager()) {
            script.call("update", false, step.create(numbers), adapter.arrays(), first, second, steps);
        }
    }

    /** Time spent in native calls so far. */
    public long nanos() {
        return script.nanos();
    }

    public void save(Path file) throws IOException {
        List<TensorInfo> tensors = new ArrayList<>();
        NDList arrays = new NDList();
        for (int i = 0; i < first.size(); i++) {
            TensorInfo of = adapter.tensors().get(i);
            tensors.add(TensorInfo.of("exp_avg." + of.name(), DType.F32, of.shape()));
            tensors.add(TensorInfo.of("exp_avg_sq." + of.name(), DType.F32, of.shape()));
            tensors.add(TensorInfo.of("step." + of.name(), DType.F32));
            arrays.addAll(List.of(first.get(i), second.get(i), steps.get(i)));
        }
        var next = arrays.iterator();
        SafeTensorsWriter.write(file, tensors, tensor -> next.next().toFloatArray());
    }

    public void load(Path file) throws IOException {
        try (SafeTensors source = SafeTensors.open(file);
                TensorLoader loader = new TensorLoader(manager)) {
            for (int i = 0; i < first.size(); i++) {
                TensorInfo of = adapter.tensors().get(i);
                replace(first, i, loader.load(source, "exp_avg." + of.name(), of.shape()));
                replace(second, i, loader.load(source, "exp_avg_sq." + of.name(), of.shape()));
                replace(steps, i, loader.load(source, "step." + of.name()));
            }
        }
    }

    @Override
    public void close() {
        script.close();
    }

    private static void replace(NDList list, int at, NDArray array) {
        list.set(at, array).close();
    }
}
