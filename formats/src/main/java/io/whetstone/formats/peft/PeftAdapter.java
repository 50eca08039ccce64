package io.whetstone.formats.peft;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.AtomicFile;
import io.whetstone.formats.safetensors.DType;
import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.formats.safetensors.SafeTensorsWriter;
import io.whetstone.formats.safetensors.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An adapter folder: for each adapted module, named as in the base model ({@code model.layers.0.self_attn.q_proj}),
 * A [rank, inputs] and B [outputs, rank].
 */
public final class PeftAdapter implements AutoCloseable {
    public static final String WEIGHTS = "adapter_model.safetensors";

    private static final String PREFIX = "base_model.model.";
    private static final String A = ".lora_A.weight";
    private static final String B = ".lora_B.weight";

    /** The two factors of one module; {@code inputs} and {@code outputs} are those of its weight. */
    public record Shape(int rank, int inputs, int outputs) {}

    /** Yields the values of a factor when its turn comes, row by row. */
    @FunctionalInterface
    public interface Source {
        float[] values(String module) throws IOException;
    }

    private final PeftConfig config;
    private final SafeTensors tensors;
    private final Map<String, Shape> modules = new TreeMap<>();
    private final List<String> others = new ArrayList<>();

    private PeftAdapter(PeftConfig config, SafeTensors tensors) {
        this.config = config;
        this.tensors = tensors;
    }

    public static PeftAdapter open(Path folder) throws IOException {
        PeftAdapter adapter = new PeftAdapter(PeftConfig.read(folder), SafeTensors.open(folder.resolve(WEIGHTS)));
        try {
            adapter.index();
            return adapter;
        } catch (IOException | RuntimeException e) {
            adapter.close();
            throw e;
        }
    }

    /** Writes an adapter folder in F32; the configuration comes last. */
    public static void write(Path folder, PeftConfig config, Map<String, Shape> modules, Source a, Source b)
            throws IOException {
        Files.createDirectories(folder);
        List<TensorInfo> tensors = new ArrayList<>();
        new TreeMap<>(modules).forEach((module, shape) -> {
            tensors.add(TensorInfo.of(PREFIX + module + A, DType.F32, shape.rank(), shape.inputs()));
            tensors.add(TensorInfo.of(PREFIX + module + B, DType.F32, shape.outputs(), shape.rank()));
        });
        SafeTensorsWriter.write(folder.resolve(WEIGHTS), tensors, tensor -> {
            String name = tensor.name();
            String module = name.substring(PREFIX.length(), name.length() - A.length());
            return (name.endsWith(A) ? a : b).values(module);
        });
        AtomicFile.write(
                folder.resolve(PeftConfig.FILE),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(config.json()));
    }

    public PeftConfig config() {
        return config;
    }

    /** The adapted modules in alphabetical order. */
    public Map<String, Shape> modules() {
        return new TreeMap<>(modules);
    }

    /** Tensors that are no LoRA factors: whole modules, or the magnitudes of DoRA. */
    public List<String> otherTensors() {
        return List.copyOf(others);
    }

    public float[] a(String module) throws IOException {
        return tensors.floats(PREFIX + module + A);
    }

    public float[] b(String module) throws IOException {
        return tensors.floats(PREFIX + module + B);
    }

    @Override
    public void close() throws IOException {
        tensors.close();
    }

    private void index() throws IOException {
        for (String name : tensors.tensors().keySet()) {
            if (name.startsWith(PREFIX) && name.endsWith(A)) {
                String module = name.substring(PREFIX.length(), name.length() - A.length());
                modules.put(module, shape(module));
            } else if (!name.endsWith(B)) {
                others.add(name);
            }
        }
        if (modules.isEmpty()) {
            throw new IOException(WEIGHTS + " holds no LoRA factors");
        }
    }

    private Shape shape(String module) throws IOException {
        long[] a = tensors.info(PREFIX + module + A).shape();
        long[] b = tensors.info(PREFIX + module + B).shape();
        if (a.length != 2 || b.length != 2 || a[0] != b[1] || a[0] != config.rank()) {
            throw new IOException("the factors of " + module + " do not fit the rank " + config.rank());
        }
        return new Shape(config.rank(), Math.toIntExact(a[1]), Math.toIntExact(b[0]));
    }
}
