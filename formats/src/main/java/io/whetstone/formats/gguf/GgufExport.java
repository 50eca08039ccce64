package io.whetstone.formats.gguf;

import io.whetstone.formats.ModelConfig;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.formats.safetensors.TensorInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Turns a Hugging Face folder of the Llama layout into a GGUF file for llama.cpp, a piece of a tensor at a time.
 * Vectors stay F32; a matrix whose rows are no whole blocks becomes F16 where Q8_0 was asked for.
 */
public final class GgufExport {
    private static final int PIECE = 1 << 20;
    private static final String EMBEDDING = "model.embed_tokens.weight";
    private static final String HEAD = "lm_head.weight";

    private final SafeTensors source;
    private final ModelConfig config;
    private final Family family;
    private final GgufType type;
    private final DoubleConsumer progress;
    private double total;
    private double done;

    private GgufExport(SafeTensors source, ModelConfig config, GgufType type, DoubleConsumer progress)
            throws IOException {
        this.source = source;
        this.config = config;
        this.family = Family.of(config.modelType());
        this.type = type;
        this.progress = progress;
    }

    /** {@code type} is F32, F16 or Q8_0; {@code progress} is told the fraction done. */
    public static void run(Path folder, Path target, GgufType type, DoubleConsumer progress) throws IOException {
        if (type != GgufType.F32 && type != GgufType.F16 && type != GgufType.Q8_0) {
            throw new IllegalArgumentException(type + " cannot be written");
        }
        ModelConfig config = ModelConfig.read(folder);
        try (SafeTensors source = SafeTensors.open(folder)) {
            Map<String, Object> metadata = ConfigExport.metadata(config, type, String.valueOf(folder.getFileName()));
            new TokenizerExport(folder, config).into(metadata);
            new GgufExport(source, config, type, progress).write(target, metadata);
        }
    }

    private void write(Path target, Map<String, Object> metadata) throws IOException {
        Map<GgufTensor, String> plan = plan();
        List<GgufTensor> tensors = new ArrayList<>(plan.keySet());
        if (config.ropeScaling() != null) {
            tensors.add(
                    new GgufTensor(TensorNames.ROPE_FREQUENCIES, GgufType.F32, List.of((long) config.headSize() / 2)));
        }
        try (GgufWriter writer = GgufWriter.open(target, metadata, tensors)) {
            for (var entry : plan.entrySet()) {
                copy(entry.getValue(), entry.getKey(), writer);
            }
            if (config.ropeScaling() != null) {
                writer.append(
                        TensorNames.ROPE_FREQUENCIES,
                        RopeFactors.of(config.ropeScaling(), config.ropeTheta(), config.headSize()));
            }
            writer.commit();
        }
    }

    private Map<GgufTensor, String> plan() throws IOException {
        Map<GgufTensor, String> plan = new LinkedHashMap<>();
        add(source.info(EMBEDDING), plan);
        for (TensorInfo tensor : source.tensors().values()) {
            boolean copyOfEmbedding = tensor.name().equals(HEAD) && config.tiedEmbeddings();
            boolean derived = tensor.name().endsWith(".rotary_emb.inv_freq");
            if (!tensor.name().equals(EMBEDDING) && !copyOfEmbedding && !derived) {
                add(tensor, plan);
            }
        }
        if (!config.tiedEmbeddings() && !source.contains(HEAD)) {
            throw new IOException("the folder has no " + HEAD + " although its embeddings are not tied");
        }
        return plan;
    }

    private void add(TensorInfo tensor, Map<GgufTensor, String> plan) throws UnsupportedModelException {
        String name = TensorNames.toGguf(tensor.name())
                .orElseThrow(
                        () -> new UnsupportedModelException("the tensor " + tensor.name() + " has no place in GGUF"));
        plan.put(new GgufTensor(name, typeOf(tensor), tensor.dimensions()), tensor.name());
        total += tensor.elements();
    }

    private GgufType typeOf(TensorInfo tensor) {
        int rank = tensor.dimensions().size();
        if (rank < 2) {
            return GgufType.F32;
        }
        boolean wholeBlocks = tensor.dimensions().get(rank - 1) % type.blockLength() == 0;
        return wholeBlocks ? type : GgufType.F16;
    }

    private void copy(String name, GgufTensor tensor, GgufWriter writer) throws IOException {
        boolean reorder = family.reorders(tensor.name());
        int rowLength = tensor.dimensions().size() < 2 ? 1 : tensor.rowLength();
        long rows = tensor.elements() / rowLength;
        int step = reorder ? config.headSize() : Math.max(1, PIECE / rowLength);
        for (long row = 0; row < rows; row += step) {
            int count = (int) Math.min(step, rows - row);
            float[] values = source.floats(name, row * rowLength, count * rowLength);
            writer.append(tensor.name(), reorder ? RotaryRows.toGguf(values, step, rowLength) : values);
            done += values.length;
            progress.accept(done / total);
        }
    }
}
