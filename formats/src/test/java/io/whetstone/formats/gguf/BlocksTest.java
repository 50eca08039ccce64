package io.whetstone.formats.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.formats.Fixtures;
import io.whetstone.formats.safetensors.SafeTensors;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlocksTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "F32")
    void blocks_mean_what_llama_cpp_says(GgufType type) throws IOException {
        try (SafeTensors expected = SafeTensors.open(Fixtures.shared("gguf/blocks-expected.safetensors"))) {
            float[] decoded = new float[4 * 512];

            Blocks.decode(type, expected.bytes(type + ".bytes"), decoded);

            assertThat(decoded).isEqualTo(expected.floats(type + ".float"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F16", "Q8_0"})
    void what_is_written_is_what_llama_cpp_writes(GgufType type) throws IOException {
        try (SafeTensors expected = SafeTensors.open(Fixtures.shared("gguf/blocks-expected.safetensors"))) {
            var written = GgufWriter.encode(type, expected.floats("source"));

            assertThat(written).isEqualTo(expected.bytes(type + ".bytes"));
        }
    }

    @Test
    void a_block_of_zeros_stays_zero() {
        float[] decoded = new float[32];

        Blocks.decode(GgufType.Q8_0, GgufWriter.encode(GgufType.Q8_0, new float[32]), decoded);

        assertThat(decoded).containsOnly(0);
    }
}
