package io.whetstone.formats.gguf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.AtomicFile;
import io.whetstone.formats.ModelConfig;
import io.whetstone.formats.TokenizerConfig;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.formats.safetensors.DType;
import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.formats.safetensors.SafeTensorsWriter;
import io.whetstone.formats.safetensors.TensorInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Turns a GGUF file into a Hugging Face folder, a piece of a tensor at a time. F16 and BF16 tensors keep their type,
 * quantised ones become F32. {@code config.json} is written last: a folder that has it is complete.
 */
public final class GgufImport {
    private static final int PIECE = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Gguf gguf;
    private final ConfigImport config;
    private final DoubleConsumer progress;
    private double total;
    private double done;

    private GgufImport(Gguf gguf, DoubleConsumer progress) throws IOException {
        this.gguf = gguf;
        this.config = new ConfigImport(gguf);
        this.progress = progress;
    }

    /** {@code progress} is told the fraction done, from 0 to 1. */
    public static void run(Path file, Path folder, DoubleConsumer progress) throws IOException {
        try (Gguf gguf = Gguf.open(file)) {
            new GgufImport(gguf, progress).into(folder);
        }
    }

    private void into(Path folder) throws IOException {
        JsonNode configJson = config.config();
        ModelConfig.parse(configJson);
        TokenizerImport tokenizer = TokenizerImport.of(gguf.metadata());
        JsonNode tokenizerJson = tokenizer.tokenizer();
        Map<TensorInfo, GgufTensor> tensors = plan();
        Files.createDirectories(folder);
        weights(folder.resolve(SafeTensors.SINGLE), tensors);
        write(folder, "tokenizer.json", tokenizerJson);
        write(folder, TokenizerConfig.FILE, tokenizer.config(config.contextLength()));
        write(folder, "generation_config.json", config.generation());
        AtomicFile.write(folder.resolve("README.md"), card().getBytes(StandardCharsets.UTF_8));
        write(folder, ModelConfig.FILE, configJson);
    }

    private Map<TensorInfo, GgufTensor> plan() throws UnsupportedModelException {
        Map<TensorInfo, GgufTensor> plan = new LinkedHashMap<>();
        for (GgufTensor tensor : gguf.tensors()) {
            if (!tensor.name().equals(TensorNames.ROPE_FREQUENCIES)) {
                String name = TensorNames.toHuggingFace(tensor.name())
                        .orElseThrow(() ->
                                new UnsupportedModelException("the GGUF file has the unknown tensor " + tensor.name()));
                plan.put(new TensorInfo(name, dtype(tensor.type()), tensor.dimensions()), tensor);
                total += tensor.elements();
            }
        }
        return plan;
    }

    private void weights(Path file, Map<TensorInfo, GgufTensor> tensors) throws IOException {
        try (SafeTensorsWriter writer = SafeTensorsWriter.open(file, List.copyOf(tensors.keySet()))) {
            for (var entry : tensors.entrySet()) {
                copy(entry.getValue(), entry.getKey().name(), writer);
            }
            writer.commit();
        }
    }

    private void copy(GgufTensor tensor, String name, SafeTensorsWriter writer) throws IOException {
        boolean reorder = config.family().reorders(tensor.name());
        if (tensor.dimensions().size() < 2) {
            float[] values = gguf.floats(tensor.name());
            append(writer, name, reorder ? RotaryRows.toHuggingFace(values, config.headSize(), 1) : values);
            return;
        }
        int step = reorder ? config.headSize() : Math.max(1, PIECE / tensor.rowLength());
        for (int row = 0; row < tensor.rows(); row += step) {
            float[] values = gguf.floats(tensor.name(), row, Math.min(step, tensor.rows() - row));
            append(
                    writer,
                    name,
                    reorder ? RotaryRows.toHuggingFace(values, config.headSize(), tensor.rowLength()) : values);
        }
    }

    private void append(SafeTensorsWriter writer, String name, float[] values) throws IOException {
        writer.append(name, values);
        done += values.length;
        progress.accept(done / total);
    }

    private static DType dtype(GgufType type) {
        return switch (type) {
            case F16 -> DType.F16;
            case BF16 -> DType.BF16;
            default -> DType.F32;
        };
    }

    private static void write(Path folder, String name, JsonNode content) throws IOException {
        AtomicFile.write(
                folder.resolve(name), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    }

    /** A minimal model card, so that the licence travels with the weights. */
    private String card() {
        String licence = gguf.metadata().text("general.license");
        String name = gguf.metadata().text("general.name");
        return "---\n" + (licence == null ? "" : "license: " + licence + "\n") + "---\n\n# "
                + (name == null ? "Imported model" : name) + "\n\nConverted from GGUF.\n";
    }
}
