package io.whetstone.formats.gguf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.formats.RopeScaling;
import io.whetstone.formats.UnsupportedModelException;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds {@code config.json} and {@code generation_config.json} from the metadata of a GGUF file. */
final class ConfigImport {
    /**
     * The lengths that a model may have been trained on before it was stretched, the usual one first. A file holds
     * only the factors that came of them; the other settings are the same in all models of the kind.
     */
    private static final int[] ORIGINAL_POSITIONS = {8192, 4096, 2048, 16384, 32768, 1024, 512, 256, 128, 64, 32, 16};

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Gguf file;
    private final GgufMetadata gguf;
    private final Family family;

    ConfigImport(Gguf file) throws IOException {
        this.file = file;
        this.gguf = file.metadata();
        this.family = Family.of(gguf.requireText("general.architecture"));
        String scaling = gguf.text(key("rope.scaling.type"));
        if (gguf.integer(key("expert_count"), 0) > 0 || (scaling != null && !scaling.equals("none"))) {
            throw new UnsupportedModelException(
                    "mixtures of experts and the rope scaling \"" + scaling + "\" cannot be converted");
        }
    }

    Family family() {
        return family;
    }

    int headSize() throws UnsupportedModelException {
        int even = gguf.requireInteger(key("embedding_length")) / heads();
        return gguf.integer(key("attention.key_length"), gguf.integer(key("rope.dimension_count"), even));
    }

    int contextLength() throws UnsupportedModelException {
        return gguf.requireInteger(key("context_length"));
    }

    ObjectNode config() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("architectures").add(family.className());
        root.put("model_type", family.modelType());
        root.put("hidden_size", gguf.requireInteger(key("embedding_length")));
        root.put("intermediate_size", gguf.requireInteger(key("feed_forward_length")));
        root.put("num_hidden_layers", gguf.requireInteger(key("block_count")));
        root.put("num_attention_heads", heads());
        root.put("num_key_value_heads", gguf.integer(key("attention.head_count_kv"), heads()));
        root.put("head_dim", headSize());
        root.put("hidden_act", "silu");
        root.put("max_position_embeddings", contextLength());
        root.put("rms_norm_eps", gguf.number(key("attention.layer_norm_rms_epsilon"), 1e-6));
        double theta = gguf.number(key("rope.freq_base"), 10_000);
        root.put("rope_theta", theta);
        root.set("rope_scaling", ropeScaling(theta));
        root.put("attention_bias", family == Family.QWEN2 || file.contains("blk.0.attn_q.bias"));
        root.put("mlp_bias", false);
        root.put("tie_word_embeddings", !file.contains(TensorNames.OUTPUT));
        root.put("vocab_size", file.tensor(TensorNames.EMBEDDING).rows());
        root.put("torch_dtype", dtype());
        tokens(root, false);
        return root.put("use_cache", true);
    }

    ObjectNode generation() {
        return tokens(JSON.createObjectNode(), true);
    }

    private ObjectNode tokens(ObjectNode root, boolean everyEnd) {
        put(root, "bos_token_id", gguf.integer("tokenizer.ggml.bos_token_id"));
        put(root, "pad_token_id", gguf.integer("tokenizer.ggml.padding_token_id"));
        Integer eos = gguf.integer("tokenizer.ggml.eos_token_id");
        Set<Integer> ends = new LinkedHashSet<>();
        for (String kind : new String[] {"eos", "eot", "eom"}) {
            Integer id = gguf.integer("tokenizer.ggml." + kind + "_token_id");
            if (id != null) {
                ends.add(id);
            }
        }
        if (everyEnd && ends.size() > 1) {
            ends.forEach(root.putArray("eos_token_id")::add);
        } else {
            put(root, "eos_token_id", eos);
        }
        return root;
    }

    private static void put(ObjectNode root, String field, @Nullable Integer value) {
        if (value != null) {
            root.put(field, value);
        }
    }

    private int heads() throws UnsupportedModelException {
        return gguf.requireInteger(key("attention.head_count"));
    }

    private String key(String name) {
        return family.ggufName() + "." + name;
    }

    private String dtype() throws IOException {
        return switch (file.tensor(TensorNames.EMBEDDING).type()) {
            case F16 -> "float16";
            case BF16 -> "bfloat16";
            default -> "float32";
        };
    }

    /** Finds the settings whose factors are those in the file, or refuses. */
    private @Nullable ObjectNode ropeScaling(double theta) throws IOException {
        if (!file.contains(TensorNames.ROPE_FREQUENCIES)) {
            return null;
        }
        float[] factors = file.floats(TensorNames.ROPE_FREQUENCIES);
        double largest = 1;
        for (float factor : factors) {
            largest = Math.max(largest, factor);
        }
        for (int positions : ORIGINAL_POSITIONS) {
            RopeScaling scaling = new RopeScaling(largest, 1, 4, positions);
            if (agree(factors, RopeFactors.of(scaling, theta, 2 * factors.length))) {
                return json(scaling);
            }
        }
        throw new UnsupportedModelException("the rope factors of the file follow no known rule");
    }

    private static boolean agree(float[] factors, float[] expected) {
        for (int i = 0; i < factors.length; i++) {
            if (Math.abs(expected[i] / factors[i] - 1) > 1e-4) {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode json(RopeScaling scaling) {
        return JSON.createObjectNode()
                .put("rope_type", "llama3")
                .put("factor", scaling.factor())
                .put("low_freq_factor", scaling.lowFrequencyFactor())
                .put("high_freq_factor", scaling.highFrequencyFactor())
                .put("original_max_position_embeddings", scaling.originalMaxPositions());
    }
}
