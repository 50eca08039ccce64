package io.whetstone.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.gguf.Gguf;
import io.whetstone.formats.gguf.GgufMetadata;
import io.whetstone.formats.gguf.GgufTensor;
import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.formats.safetensors.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a model say about it; no weight is read.
 *
 * @param chatTemplate the template's source, null where the model has none
 * @param tokenizer the name of the pre-tokenizer (GGUF) or the kind of tokenizer (Hugging Face folder)
 * @param dtype the element type of most of the weights
 */
@JsonInclude
public record ModelInspection(
        String architecture,
        long parameterCount,
        int contextLength,
        int vocabularySize,
        int layers,
        int hiddenSize,
        @Nullable String chatTemplate,
        @Nullable String tokenizer,
        String dtype,
        @Nullable String licence) {
    private static final Pattern LICENCE = Pattern.compile("^license:\\s*[\"']?([^\"'\\n]+)", Pattern.MULTILINE);

    /** Looks at a Hugging Face folder or a GGUF file; pickle files are refused. */
    public static ModelInspection of(Path folderOrFile) throws IOException {
        if (Files.isDirectory(folderOrFile)) {
            return ofFolder(folderOrFile);
        }
        PickleGuard.check(folderOrFile);
        if (!Gguf.isGguf(folderOrFile)) {
            throw new UnsupportedModelException(
                    folderOrFile.getFileName() + " is neither a GGUF file nor a Hugging Face folder");
        }
        return ofGguf(folderOrFile);
    }

    private static ModelInspection ofFolder(Path folder) throws IOException {
        try (SafeTensors tensors = SafeTensors.open(folder)) {
            ModelConfig config = ModelConfig.read(folder);
            Map<String, Long> types = new TreeMap<>();
            for (TensorInfo tensor : tensors.tensors().values()) {
                types.merge(tensor.dtype().name(), tensor.elements(), Long::sum);
            }
            return new ModelInspection(
                    config.modelType(),
                    sum(types),
                    config.maxPositions(),
                    config.vocabularySize(),
                    config.layers(),
                    config.hiddenSize(),
                    TokenizerConfig.read(folder).chatTemplate(),
                    tokenizer(folder),
                    most(types),
                    licence(folder));
        }
    }

    private static ModelInspection ofGguf(Path file) throws IOException {
        try (Gguf gguf = Gguf.open(file)) {
            GgufMetadata metadata = gguf.metadata();
            String architecture = metadata.requireText("general.architecture");
            Map<String, Long> types = new TreeMap<>();
            for (GgufTensor tensor : gguf.tensors()) {
                types.merge(tensor.type().name(), tensor.elements(), Long::sum);
            }
            return new ModelInspection(
                    architecture,
                    sum(types),
                    metadata.requireInteger(architecture + ".context_length"),
                    metadata.texts("tokenizer.ggml.tokens").size(),
                    metadata.requireInteger(architecture + ".block_count"),
                    metadata.requireInteger(architecture + ".embedding_length"),
                    metadata.text("tokenizer.chat_template"),
                    metadata.text("tokenizer.ggml.pre"),
                    most(types),
                    metadata.text("general.license"));
        }
    }

    private static long sum(Map<String, Long> types) {
        return types.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String most(Map<String, Long> types) throws IOException {
        return types.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new IOException("the model has no weights"));
    }

    private static @Nullable String tokenizer(Path folder) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(file)) {
            return null;
        }
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        return json.path("model").path("type").asText(null);
    }

    /** From the front matter of the model card. */
    private static @Nullable String licence(Path folder) throws IOException {
        Path card = folder.resolve("README.md");
        if (!Files.isRegularFile(card)) {
            return null;
        }
        String text = Files.readString(card);
        int end = text.indexOf("\n---", 3);
        var found = LICENCE.matcher(text.startsWith("---") && end > 0 ? text.substring(0, end) : "");
        return found.find() ? found.group(1).strip() : null;
    }
}
