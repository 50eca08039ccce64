package io.whetstone.formats.gguf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.formats.TokenizerConfig;
import io.whetstone.formats.UnsupportedModelException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds {@code tokenizer.json} and {@code tokenizer_config.json} from the vocabulary inside a GGUF file. */
final class TokenizerImport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;

    private final GgufMetadata gguf;
    private final PreTokenizer preTokenizer;
    private final List<String> tokens;

    private TokenizerImport(GgufMetadata gguf, PreTokenizer preTokenizer) {
        this.gguf = gguf;
        this.preTokenizer = preTokenizer;
        this.tokens = gguf.texts("tokenizer.ggml.tokens");
    }

    static TokenizerImport of(GgufMetadata gguf) throws UnsupportedModelException {
        String model = gguf.requireText("tokenizer.ggml.model");
        if (!model.equals("gpt2")) {
            throw new UnsupportedModelException("the tokenizer model \"" + model
                    + "\" cannot be converted, only byte-level BPE (gpt2); bring the Hugging Face folder instead");
        }
        return new TokenizerImport(gguf, PreTokenizer.named(gguf.requireText("tokenizer.ggml.pre")));
    }

    ObjectNode tokenizer() throws UnsupportedModelException {
        ObjectNode root = JSON.createObjectNode().put("version", "1.0");
        root.putNull("truncation").putNull("padding");
        root.set("added_tokens", addedTokens());
        root.set(
                "normalizer",
                preTokenizer.normalises() ? JSON.createObjectNode().put("type", "NFC") : null);
        root.set("pre_tokenizer", preTokenizer.json());
        root.set("post_processor", postProcessor());
        PreTokenizer.byteLevel(root.putObject("decoder"), true);
        root.set("model", model());
        return root;
    }

    ObjectNode config(int contextLength) {
        TokenizerConfig config = TokenizerConfig.of(gguf);
        ObjectNode root = JSON.createObjectNode().put("tokenizer_class", "PreTrainedTokenizerFast");
        put(root, "bos_token", config.bosToken());
        put(root, "eos_token", config.eosToken());
        put(root, "pad_token", config.padToken());
        put(root, "unk_token", config.unkToken());
        root.put("add_bos_token", addsBos());
        root.put("clean_up_tokenization_spaces", false);
        root.put("model_max_length", contextLength);
        put(root, "chat_template", config.chatTemplate());
        return root;
    }

    private boolean addsBos() {
        return gguf.flag("tokenizer.ggml.add_bos_token", preTokenizer.beginsText());
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private ArrayNode addedTokens() {
        ArrayNode list = JSON.createArrayNode();
        List<Integer> types = gguf.integers("tokenizer.ggml.token_type");
        for (int id = 0; id < types.size() && id < tokens.size(); id++) {
            if (types.get(id) == CONTROL || types.get(id) == USER_DEFINED) {
                list.addObject()
                        .put("id", id)
                        .put("content", tokens.get(id))
                        .put("single_word", false)
                        .put("lstrip", false)
                        .put("rstrip", false)
                        .put("normalized", false)
                        .put("special", types.get(id) == CONTROL);
            }
        }
        return list;
    }

    private ObjectNode postProcessor() throws UnsupportedModelException {
        ObjectNode byteLevel = PreTokenizer.byteLevel(JSON.createObjectNode(), true);
        if (!addsBos()) {
            return byteLevel;
        }
        int id = gguf.requireInteger("tokenizer.ggml.bos_token_id");
        String bos = TokenizerConfig.of(gguf).bosToken();
        ObjectNode template = JSON.createObjectNode().put("type", "TemplateProcessing");
        sequence(template.putArray("single"), bos, "A", 0);
        sequence(sequence(template.putArray("pair"), bos, "A", 0), bos, "B", 1);
        ObjectNode special = template.putObject("special_tokens").putObject(String.valueOf(bos));
        special.put("id", bos).putArray("ids").add(id);
        special.putArray("tokens").add(bos);
        ObjectNode both = JSON.createObjectNode().put("type", "Sequence");
        both.putArray("processors").add(byteLevel).add(template);
        return both;
    }

    private static ArrayNode sequence(ArrayNode list, @Nullable String bos, String id, int typeId) {
        list.addObject().putObject("SpecialToken").put("id", bos).put("type_id", typeId);
        list.addObject().putObject("Sequence").put("id", id).put("type_id", typeId);
        return list;
    }

    private ObjectNode model() throws UnsupportedModelException {
        ObjectNode model = JSON.createObjectNode().put("type", "BPE");
        model.putNull("dropout").putNull("unk_token");
        model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", preTokenizer.ignoresMerges());
        ObjectNode vocabulary = model.putObject("vocab");
        for (int id = 0; id < tokens.size(); id++) {
            if (vocabulary.has(tokens.get(id))) {
                throw new UnsupportedModelException("the vocabulary has the token \"" + tokens.get(id) + "\" twice");
            }
            vocabulary.put(tokens.get(id), id);
        }
        ArrayNode merges = model.putArray("merges");
        gguf.texts("tokenizer.ggml.merges").forEach(merges::add);
        return model;
    }
}
