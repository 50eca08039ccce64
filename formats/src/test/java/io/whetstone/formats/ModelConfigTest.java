package io.whetstone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelConfigTest {
    private static final String SHAPE = """
            "model_type": "llama", "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2,
            "num_attention_heads": 4, "num_key_value_heads": 2, "vocab_size": 256""";

    @Test
    void the_old_form_is_read() throws IOException {
        ModelConfig config = parse("""
                {%s, "rope_theta": 500000.0, "eos_token_id": [1, 2], "bos_token_id": 3, "torch_dtype": "bfloat16",
                 "rope_scaling": {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0,
                                  "high_freq_factor": 4.0, "original_max_position_embeddings": 16}}""");

        assertThat(config.ropeTheta()).isEqualTo(500_000);
        assertThat(config.ropeScaling()).isEqualTo(new RopeScaling(8, 1, 4, 16));
        assertThat(config.eosTokenIds()).containsExactly(1, 2);
        assertThat(config.bosTokenId()).isEqualTo(3);
        assertThat(config.padTokenId()).isNull();
        assertThat(config.headSize()).isEqualTo(8);
        assertThat(config.tiedEmbeddings()).isFalse();
        assertThat(config.dtype()).isEqualTo("bfloat16");
    }

    @Test
    void the_new_form_is_read() throws IOException {
        ModelConfig config = ModelConfig.read(Fixtures.shared("models/llama-3.2"));

        assertThat(config.ropeTheta()).isEqualTo(500_000);
        assertThat(config.ropeScaling()).isEqualTo(new RopeScaling(8, 1, 4, 16));
        assertThat(config.headSize()).isEqualTo(16);
        assertThat(config.tiedEmbeddings()).isTrue();
        assertThat(config.architecture()).isEqualTo("LlamaForCausalLM");
    }

    @Test
    void scaling_keeps_high_frequencies_and_stretches_low_ones() throws IOException {
        double[] scaled = ModelConfig.read(Fixtures.shared("models/llama-3.2")).inverseFrequencies();

        assertThat(scaled).hasSize(8);
        assertThat(scaled[7]).isCloseTo(Math.pow(500_000, -14.0 / 16) / 8, within(1e-12));
        assertThat(new RopeScaling(8, 1, 4, 8192).scale(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{%s, \"rope_scaling\": {\"type\": \"yarn\"}}",
                "{%s, \"rope_scaling\": {\"type\": \"llama3\"}}",
                "{%s, \"head_dim\": 7}",
                "{%s, \"hidden_size\": 0}",
                "{%s, \"hidden_size\": \"many\"}",
            })
    void what_cannot_be_understood_is_refused(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(IOException.class);
    }

    private static ModelConfig parse(String json) throws IOException {
        return ModelConfig.parse(new ObjectMapper().readTree(json.replace("%s", SHAPE)));
    }
}
