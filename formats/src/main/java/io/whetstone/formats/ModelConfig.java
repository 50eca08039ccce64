package io.whetstone.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a decoder, read from the {@code config.json} of a Hugging Face folder in its old form
 * ({@code rope_theta}, {@code rope_scaling}) or its new one ({@code rope_parameters}).
 *
 * @param modelType as config.json says it, for instance {@code llama}
 * @param slidingWindow null where every layer sees the whole context
 * @param eosTokenIds several for models that end turns and texts differently
 */
public record ModelConfig(
        String modelType,
        String architecture,
        int hiddenSize,
        int intermediateSize,
        int layers,
        int heads,
        int keyValueHeads,
        int headSize,
        int vocabularySize,
        int maxPositions,
        double rmsNormEpsilon,
        double ropeTheta,
        @Nullable RopeScaling ropeScaling,
        boolean tiedEmbeddings,
        boolean attentionBias,
        boolean mlpBias,
        String activation,
        @Nullable Integer slidingWindow,
        @Nullable Integer bosTokenId,
        List<Integer> eosTokenIds,
        @Nullable Integer padTokenId,
        @Nullable String dtype) {
    public static final String FILE = "config.json";

    public ModelConfig {
        eosTokenIds = List.copyOf(eosTokenIds);
    }

    /** Reads the config of a folder, or the file itself. */
    public static ModelConfig read(Path folderOrFile) throws IOException {
        Path file = Files.isDirectory(folderOrFile) ? folderOrFile.resolve(FILE) : folderOrFile;
        if (!Files.isRegularFile(file)) {
            throw new UnsupportedModelException("the folder has no " + FILE);
        }
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        return parse(root.has("text_config") ? root.path("text_config") : root);
    }

    public static ModelConfig parse(JsonNode json) throws IOException {
        int heads = positive(json, "num_attention_heads");
        int hidden = positive(json, "hidden_size");
        JsonNode rope = rope(json);
        ModelConfig config = new ModelConfig(
                text(json, "model_type"),
                json.path("architectures").path(0).asText(""),
                hidden,
                positive(json, "intermediate_size"),
                positive(json, "num_hidden_layers"),
                heads,
                json.path("num_key_value_heads").asInt(heads),
                json.path("head_dim").asInt(hidden / heads),
                positive(json, "vocab_size"),
                json.path("max_position_embeddings").asInt(2048),
                json.path("rms_norm_eps").asDouble(1e-6),
                rope.path("rope_theta").asDouble(json.path("rope_theta").asDouble(10_000)),
                scaling(rope),
                json.path("tie_word_embeddings").asBoolean(tiedByDefault(json)),
                json.path("attention_bias").asBoolean(false),
                json.path("mlp_bias").asBoolean(false),
                json.path("hidden_act").asText("silu"),
                slidingWindow(json),
                integer(json.path("bos_token_id")),
                integers(json.path("eos_token_id")),
                integer(json.path("pad_token_id")),
                json.path("dtype").asText(json.path("torch_dtype").asText(null)));
        if (config.heads % config.keyValueHeads != 0 || config.headSize % 2 != 0) {
            throw new IOException(FILE + ": " + heads + " heads do not fit " + config.keyValueHeads
                    + " key/value heads of size " + config.headSize);
        }
        return config;
    }

    /** The inverse frequencies of the rotary embedding, one for each pair of a head, scaled where the model says so. */
    public double[] inverseFrequencies() {
        double[] frequencies = new double[headSize / 2];
        for (int i = 0; i < frequencies.length; i++) {
            double plain = Math.pow(ropeTheta, -2.0 * i / headSize);
            frequencies[i] = ropeScaling == null ? plain : ropeScaling.scale(plain);
        }
        return frequencies;
    }

    private static JsonNode rope(JsonNode json) {
        JsonNode parameters = json.path("rope_parameters");
        return parameters.isObject() ? parameters : json.path("rope_scaling");
    }

    private static @Nullable RopeScaling scaling(JsonNode rope) throws IOException {
        String type = rope.path("rope_type").asText(rope.path("type").asText("default"));
        return switch (type) {
            case "default" -> null;
            case "llama3" -> RopeScaling.parse(rope);
            default -> throw new UnsupportedModelException("the rope scaling \"" + type + "\" is not supported");
        };
    }

    /** The default of transformers depends on the family: Gemma ties, the others do not. */
    private static boolean tiedByDefault(JsonNode json) {
        return json.path("model_type").asText().startsWith("gemma");
    }

    private static @Nullable Integer slidingWindow(JsonNode json) {
        boolean used = json.path("use_sliding_window").asBoolean(true);
        return used ? integer(json.path("sliding_window")) : null;
    }

    private static @Nullable Integer integer(JsonNode node) {
        JsonNode first = node.isArray() ? node.path(0) : node;
        return first.isIntegralNumber() ? first.asInt() : null;
    }

    private static List<Integer> integers(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(JsonNode::asInt)
                    .toList();
        }
        return node.isIntegralNumber() ? List.of(node.asInt()) : List.of();
    }

    private static int positive(JsonNode json, String field) throws IOException {
        JsonNode value = json.path(field);
        if (!value.isInt() || value.asInt() <= 0) {
            throw new UnsupportedModelException(FILE + ": " + field + " is missing or not a positive number");
        }
        return value.asInt();
    }

    private static String text(JsonNode json, String field) throws IOException {
        if (!json.path(field).isTextual()) {
            throw new UnsupportedModelException(FILE + ": " + field + " is missing");
        }
        return json.path(field).asText();
    }
}
