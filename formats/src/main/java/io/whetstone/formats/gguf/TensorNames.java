package io.whetstone.formats.gguf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The two names of each tensor of a Llama-layout decoder: Hugging Face's and GGUF's. */
final class TensorNames {
    static final String EMBEDDING = "token_embd.weight";
    static final String OUTPUT = "output.weight";
    static final String ROPE_FREQUENCIES = "rope_freqs.weight";

    private static final Pattern HF_LAYER = Pattern.compile("model\\.layers\\.(\\d+)\\.(.+)\\.(weight|bias)");
    private static final Pattern GGUF_LAYER = Pattern.compile("blk\\.(\\d+)\\.(.+)\\.(weight|bias)");
    private static final Map<String, String> TO_GGUF = new LinkedHashMap<>();
    private static final Map<String, String> TO_HF;
    private static final Map<String, String> TOP_TO_GGUF = Map.of(
            "model.embed_tokens.weight", EMBEDDING,
            "model.norm.weight", "output_norm.weight",
            "lm_head.weight", OUTPUT);
    private static final Map<String, String> TOP_TO_HF;

    static {
        TO_GGUF.put("input_layernorm", "attn_norm");
        TO_GGUF.put("self_attn.q_proj", "attn_q");
        TO_GGUF.put("self_attn.k_proj", "attn_k");
        TO_GGUF.put("self_attn.v_proj", "attn_v");
        TO_GGUF.put("self_attn.o_proj", "attn_output");
        TO_GGUF.put("self_attn.q_norm", "attn_q_norm");
        TO_GGUF.put("self_attn.k_norm", "attn_k_norm");
        TO_GGUF.put("post_attention_layernorm", "ffn_norm");
        TO_GGUF.put("mlp.gate_proj", "ffn_gate");
        TO_GGUF.put("mlp.up_proj", "ffn_up");
        TO_GGUF.put("mlp.down_proj", "ffn_down");
        TO_HF = inverse(TO_GGUF);
        TOP_TO_HF = inverse(TOP_TO_GGUF);
    }

    private TensorNames() {}

    static Optional<String> toGguf(String name) {
        return translate(name, TOP_TO_GGUF, HF_LAYER, "blk.", TO_GGUF);
    }

    static Optional<String> toHuggingFace(String name) {
        return translate(name, TOP_TO_HF, GGUF_LAYER, "model.layers.", TO_HF);
    }

    private static Optional<String> translate(
            String name, Map<String, String> top, Pattern layer, String prefix, Map<String, String> modules) {
        if (top.containsKey(name)) {
            return Optional.ofNullable(top.get(name));
        }
        Matcher matcher = layer.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(modules.get(matcher.group(2)))
                .map(module -> prefix + matcher.group(1) + "." + module + "." + matcher.group(3));
    }

    private static Map<String, String> inverse(Map<String, String> map) {
        return map.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }
}
