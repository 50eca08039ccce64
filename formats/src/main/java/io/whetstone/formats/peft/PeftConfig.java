package io.whetstone.formats.peft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.formats.UnsupportedModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a LoRA adapter in {@code adapter_config.json}.
 *
 * @param rankStabilised whether the scale is alpha divided by the root of the rank instead of the rank
 * @param modulesToSave modules that were trained as a whole beside the adapter
 */
public record PeftConfig(
        @Nullable String baseModel,
        int rank,
        double alpha,
        double dropout,
        List<String> targetModules,
        boolean rankStabilised,
        boolean weightDecomposed,
        List<String> modulesToSave) {
    public static final String FILE = "adapter_config.json";

    public PeftConfig {
        targetModules = List.copyOf(targetModules);
        modulesToSave = List.copyOf(modulesToSave);
    }

    /** A plain LoRA adapter. */
    public static PeftConfig lora(
            String baseModel, int rank, double alpha, double dropout, List<String> targetModules) {
        return new PeftConfig(baseModel, rank, alpha, dropout, targetModules, false, false, List.of());
    }

    public static PeftConfig read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new UnsupportedModelException("the folder has no " + FILE);
        }
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        requirePlainLora(json);
        int rank = json.path("r").asInt();
        if (rank <= 0) {
            throw new IOException(FILE + ": r is missing or not a positive number");
        }
        return new PeftConfig(
                json.path("base_model_name_or_path").asText(null),
                rank,
                json.path("lora_alpha").asDouble(8),
                json.path("lora_dropout").asDouble(0),
                texts(json.path("target_modules")),
                json.path("use_rslora").asBoolean(),
                json.path("use_dora").asBoolean(),
                texts(json.path("modules_to_save")));
    }

    /** What the product of A and B is multiplied with before it is added to the weight. */
    public double scale() {
        return alpha / (rankStabilised ? Math.sqrt(rank) : rank);
    }

    public ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.putObject("alpha_pattern");
        json.putNull("auto_mapping").put("base_model_name_or_path", baseModel).put("bias", "none");
        json.put("fan_in_fan_out", false).put("inference_mode", true).put("init_lora_weights", true);
        json.putNull("layer_replication").putNull("layers_pattern").putNull("layers_to_transform");
        json.putObject("loftq_config");
        json.put("lora_alpha", alpha).put("lora_bias", false).put("lora_dropout", dropout);
        json.putNull("megatron_config").put("megatron_core", "megatron.core");
        json.set("modules_to_save", modulesToSave.isEmpty() ? null : list(json, modulesToSave));
        json.put("peft_type", "LORA").put("r", rank);
        json.putObject("rank_pattern");
        json.putNull("revision").set("target_modules", list(json, targetModules));
        json.put("task_type", "CAUSAL_LM").put("use_dora", weightDecomposed);
        return json.put("use_rslora", rankStabilised);
    }

    private static ArrayNode list(ObjectNode owner, List<String> texts) {
        ArrayNode list = owner.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static void requirePlainLora(JsonNode json) throws UnsupportedModelException {
        if (!json.path("peft_type").asText().equals("LORA")) {
            throw new UnsupportedModelException(
                    "adapters of the type \"" + json.path("peft_type").asText() + "\" are not supported, only LORA");
        }
        boolean patterned = !json.path("rank_pattern").isEmpty()
                || !json.path("alpha_pattern").isEmpty();
        if (patterned || json.path("fan_in_fan_out").asBoolean()) {
            throw new UnsupportedModelException(
                    "adapters with rank_pattern, alpha_pattern or fan_in_fan_out are not supported");
        }
    }

    /** A list, or one name, or nothing. */
    private static List<String> texts(JsonNode node) {
        return node.isTextual()
                ? List.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }
}
