package io.whetstone.formats.gguf;

import io.whetstone.formats.UnsupportedModelException;
import java.util.Arrays;

/** The model families that share the Llama layout of tensors. Classic Mistral files call themselves llama. */
enum Family {
    LLAMA("llama", "LlamaForCausalLM", true),
    MISTRAL("mistral", "MistralForCausalLM", true),
    QWEN2("qwen2", "Qwen2ForCausalLM", false),
    QWEN3("qwen3", "Qwen3ForCausalLM", false);

    private final String modelType;
    private final String className;
    private final boolean interleaved;

    Family(String modelType, String className, boolean interleaved) {
        this.modelType = modelType;
        this.className = className;
        this.interleaved = interleaved;
    }

    static Family of(String modelType) throws UnsupportedModelException {
        return Arrays.stream(values())
                .filter(f -> f.modelType.equals(modelType))
                .findFirst()
                .orElseThrow(() -> new UnsupportedModelException("models of the architecture \"" + modelType
                        + "\" cannot be converted, only llama, mistral, qwen2 and qwen3"));
    }

    String modelType() {
        return modelType;
    }

    String className() {
        return className;
    }

    /** The name under which llama.cpp knows it. */
    String ggufName() {
        return this == MISTRAL ? LLAMA.modelType : modelType;
    }

    /** Whether llama.cpp wants the rows of this tensor in its own rotary order. */
    boolean reorders(String ggufTensor) {
        return interleaved && ggufTensor.matches("blk\\.\\d+\\.attn_[qk]\\.(weight|bias)");
    }
}
