package io.whetstone.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.chat.ChatTemplate;
import io.whetstone.formats.gguf.GgufMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model says beside its vocabulary about text: its special tokens and its chat template.
 *
 * @param addBosToken null where the file leaves it open
 */
public record TokenizerConfig(
        @Nullable String bosToken,
        @Nullable String eosToken,
        @Nullable String padToken,
        @Nullable String unkToken,
        @Nullable Boolean addBosToken,
        @Nullable String chatTemplate) {
    public static final String FILE = "tokenizer_config.json";
    private static final String TEMPLATE_FILE = "chat_template.jinja";

    /** Reads a Hugging Face folder; the template may lie in a file of its own. */
    public static TokenizerConfig read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode json = Files.isRegularFile(file) ? mapper.readTree(file.toFile()) : mapper.createObjectNode();
        Path template = folder.resolve(TEMPLATE_FILE);
        return new TokenizerConfig(
                token(json.path("bos_token")),
                token(json.path("eos_token")),
                token(json.path("pad_token")),
                token(json.path("unk_token")),
                json.path("add_bos_token").isBoolean()
                        ? json.path("add_bos_token").asBoolean()
                        : null,
                Files.isRegularFile(template) ? Files.readString(template) : template(json.path("chat_template")));
    }

    /** Reads the metadata of a GGUF file. */
    public static TokenizerConfig of(GgufMetadata gguf) {
        return new TokenizerConfig(
                token(gguf, "bos"),
                token(gguf, "eos"),
                token(gguf, "padding"),
                token(gguf, "unknown"),
                gguf.has("tokenizer.ggml.add_bos_token") ? gguf.flag("tokenizer.ggml.add_bos_token", false) : null,
                gguf.text("tokenizer.chat_template"));
    }

    /** The model's own chat template, if it has one. */
    public Optional<ChatTemplate> template() {
        return Optional.ofNullable(chatTemplate)
                .map(source ->
                        ChatTemplate.of(source, bosToken == null ? "" : bosToken, eosToken == null ? "" : eosToken));
    }

    private static @Nullable String token(JsonNode node) {
        JsonNode text = node.isObject() ? node.path("content") : node;
        return text.isTextual() ? text.asText() : null;
    }

    private static @Nullable String token(GgufMetadata gguf, String kind) {
        Integer id = gguf.integer("tokenizer.ggml." + kind + "_token_id");
        List<String> tokens = gguf.texts("tokenizer.ggml.tokens");
        return id != null && id >= 0 && id < tokens.size() ? tokens.get(id) : null;
    }

    /** One template, or a list of named ones of which "default" counts. */
    private static @Nullable String template(JsonNode node) {
        for (JsonNode named : node) {
            if (named.path("name").asText().equals("default")) {
                return named.path("template").asText();
            }
        }
        return node.isTextual() ? node.asText() : null;
    }
}
