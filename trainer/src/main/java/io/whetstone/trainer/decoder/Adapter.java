package io.whetstone.trainer.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.whetstone.formats.safetensors.DType;
import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.formats.safetensors.SafeTensorsWriter;
import io.whetstone.formats.safetensors.TensorInfo;
import io.whetstone.trainer.torch.TensorLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The low-rank pairs of a model: for each adapted module A [rank, inputs] and B [outputs, rank], which add
 * {@code scale * B A x} to the module's result. Layer by layer, A before B.
 */
public final class Adapter {
    private final LoraSettings settings;
    private final List<TensorInfo> tensors;
    private final NDList arrays;

    private Adapter(LoraSettings settings, List<TensorInfo> tensors, NDList arrays) {
        this.settings = settings;
        this.tensors = tensors;
        this.arrays = arrays;
        arrays.forEach(array -> array.setRequiresGradient(true));
    }

    /** As PEFT starts: A uniform within {@code 1 / sqrt(inputs)}, B zero, so that the model is unchanged. */
    public static Adapter fresh(NDManager manager, DecoderShape shape, LoraSettings settings, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TensorInfo> tensors = layout(shape, settings);
        NDList arrays = new NDList();
        for (TensorInfo tensor : tensors) {
            float[] values = new float[(int) tensor.elements()];
            if (tensor.name().endsWith(".lora_A.weight")) {
                double bound = 1 / Math.sqrt((double) tensor.shape()[1]);
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
                }
            }
            arrays.add(manager.create(values, new Shape(tensor.shape())));
        }
        return new Adapter(settings, tensors, arrays);
    }

    /** The weights of a PEFT folder's {@code adapter_model.safetensors}; each module of the settings must be there. */
    public static Adapter load(NDManager manager, DecoderShape shape, LoraSettings settings, Path file)
            throws IOException {
        List<TensorInfo> tensors = layout(shape, settings);
        NDList arrays = new NDList();
        try (SafeTensors source = SafeTensors.open(file);
                TensorLoader loader = new TensorLoader(manager)) {
            for (TensorInfo tensor : tensors) {
                arrays.add(loader.load(source, tensor.name(), tensor.shape()));
            }
            if (source.tensors().size() != tensors.size()) {
                throw new IOException("the adapter has " + source.tensors().size() + " tensors, its settings ask for "
                        + tensors.size());
            }
        }
        return new Adapter(settings, tensors, arrays);
    }

    public void save(Path file) throws IOException {
        Iterator<NDArray> next = arrays.iterator();
        SafeTensorsWriter.write(file, tensors, tensor -> next.next().toFloatArray());
    }

    public LoraSettings settings() {
        return settings;
    }

    /** Names and shapes in the order of {@link #arrays()}. */
    public List<TensorInfo> tensors() {
        return tensors;
    }

    public NDList arrays() {
        return arrays;
    }

    /** Position of a module's A in {@link #arrays()}; its B follows. */
    int pair(int layer, Projection projection) {
        List<Projection> targets = DecoderSource.targets(settings);
        return 2 * (layer * targets.size() + targets.indexOf(projection));
    }

    private static List<TensorInfo> layout(DecoderShape shape, LoraSettings settings) {
        List<TensorInfo> tensors = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (Projection target : DecoderSource.targets(settings)) {
                String module = "base_model.model." + target.path(layer);
                tensors.add(TensorInfo.of(module + ".lora_A.weight", DType.F32, settings.rank(), target.inputs(shape)));
                tensors.add(
                        TensorInfo.of(module + ".lora_B.weight", DType.F32, target.outputs(shape), settings.rank()));
            }
        }
        return tensors;
    }
}
