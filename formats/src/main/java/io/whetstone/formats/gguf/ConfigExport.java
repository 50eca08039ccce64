package io.whetstone.formats.gguf;

import io.whetstone.formats.ModelConfig;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shape of a decoder as GGUF metadata. */
final class ConfigExport {
    private ConfigExport() {}

    static Map<String, Object> metadata(ModelConfig config, GgufType type, String name) throws IOException {
        Family family = Family.of(config.modelType());
        String prefix = family.ggufName() + ".";
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("general.architecture", family.ggufName());
        metadata.put("general.type", "model");
        metadata.put("general.name", name);
        metadata.put("general.file_type", fileType(type));
        metadata.put("general.quantization_version", 2);
        metadata.put(prefix + "block_count", config.layers());
        metadata.put(prefix + "context_length", contextLength(config));
        metadata.put(prefix + "embedding_length", config.hiddenSize());
        metadata.put(prefix + "feed_forward_length", config.intermediateSize());
        metadata.put(prefix + "attention.head_count", config.heads());
        metadata.put(prefix + "attention.head_count_kv", config.keyValueHeads());
        metadata.put(prefix + "attention.key_length", config.headSize());
        metadata.put(prefix + "attention.value_length", config.headSize());
        metadata.put(prefix + "attention.layer_norm_rms_epsilon", (float) config.rmsNormEpsilon());
        metadata.put(prefix + "rope.freq_base", (float) config.ropeTheta());
        metadata.put(prefix + "rope.dimension_count", config.headSize());
        metadata.put(prefix + "vocab_size", config.vocabularySize());
        return metadata;
    }

    /** llama.cpp's llama graph knows no sliding window; up to its width there is no difference. */
    private static int contextLength(ModelConfig config) {
        Integer window = config.slidingWindow();
        return window == null ? config.maxPositions() : Math.min(window, config.maxPositions());
    }

    private static int fileType(GgufType type) {
        return switch (type) {
            case F32 -> 0;
            case F16 -> 1;
            default -> 7;
        };
    }
}
