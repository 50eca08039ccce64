package io.whetstone.formats.gguf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.ModelConfig;
import io.whetstone.formats.TokenizerConfig;
import io.whetstone.formats.UnsupportedModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokenizer of a Hugging Face folder as GGUF metadata. */
final class TokenizerExport {
    private static final int NORMAL = 1;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;
    private static final int UNUSED = 5;

    private final JsonNode tokenizer;
    private final TokenizerConfig config;
    private final ModelConfig model;
    private final List<String> tokens;
    private final List<Integer> types;

    TokenizerExport(Path folder, ModelConfig model) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(file)) {
            throw new UnsupportedModelException("the folder has no tokenizer.json");
        }
        this.tokenizer = new ObjectMapper().readTree(file.toFile());
        this.config = TokenizerConfig.read(folder);
        this.model = model;
        this.tokens = new ArrayList<>(Collections.nCopies(model.vocabularySize(), ""));
        this.types = new ArrayList<>(Collections.nCopies(model.vocabularySize(), UNUSED));
    }

    void into(Map<String, Object> metadata) throws IOException {
        String type = tokenizer.path("model").path("type").asText();
        if (!type.equals("BPE")) {
            throw new UnsupportedModelException("tokenizers of the type \"" + type + "\" cannot be exported, only BPE");
        }
        fill();
        metadata.put("tokenizer.ggml.model", "gpt2");
        metadata.put("tokenizer.ggml.pre", PreTokenizer.of(tokenizer).ggufName());
        metadata.put("tokenizer.ggml.tokens", tokens);
        metadata.put("tokenizer.ggml.token_type", types);
        metadata.put("tokenizer.ggml.merges", merges());
        put(metadata, "bos", config.bosToken(), model.bosTokenId());
        put(metadata, "eos", config.eosToken(), first(model.eosTokenIds()));
        put(metadata, "padding", config.padToken(), model.padTokenId());
        put(metadata, "unknown", config.unkToken(), null);
        metadata.put("tokenizer.ggml.add_bos_token", addsBos());
        metadata.put("tokenizer.ggml.add_space_prefix", false);
        if (config.chatTemplate() != null) {
            metadata.put("tokenizer.chat_template", config.chatTemplate());
        }
    }

    private void fill() throws IOException {
        for (var entry : tokenizer.path("model").path("vocab").properties()) {
            place(entry.getValue().asInt(), entry.getKey(), NORMAL);
        }
        for (JsonNode added : tokenizer.path("added_tokens")) {
            int type = added.path("special").asBoolean() ? CONTROL : USER_DEFINED;
            place(added.path("id").asInt(), added.path("content").asText(), type);
        }
        for (int id = 0; id < tokens.size(); id++) {
            if (types.get(id) == UNUSED) {
                tokens.set(id, "[PAD" + id + "]");
            }
        }
    }

    private void place(int id, String token, int type) throws IOException {
        if (id < 0 || id >= tokens.size()) {
            throw new IOException("tokenizer.json: the id " + id + " of \"" + token
                    + "\" is beyond the model's vocabulary of " + tokens.size());
        }
        tokens.set(id, token);
        types.set(id, type);
    }

    /** Older files write a merge as one text, newer ones as a pair. */
    private List<String> merges() {
        List<String> merges = new ArrayList<>();
        for (JsonNode merge : tokenizer.path("model").path("merges")) {
            merges.add(
                    merge.isArray()
                            ? merge.path(0).asText() + " " + merge.path(1).asText()
                            : merge.asText());
        }
        return merges;
    }

    private boolean addsBos() {
        if (config.addBosToken() != null) {
            return config.addBosToken();
        }
        return config.bosToken() != null
                && tokenizer.path("post_processor").findValuesAsText("id").contains(config.bosToken());
    }

    private void put(Map<String, Object> metadata, String kind, @Nullable String token, @Nullable Integer otherwise) {
        int named = token == null ? -1 : tokens.indexOf(token);
        Integer id = named >= 0 ? Integer.valueOf(named) : otherwise;
        if (id != null) {
            metadata.put("tokenizer.ggml." + kind + "_token_id", id);
        }
    }

    private static @Nullable Integer first(List<Integer> ids) {
        return ids.isEmpty() ? null : ids.get(0);
    }
}
