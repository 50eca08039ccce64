package io.whetstone.formats.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.Fixtures;
import io.whetstone.formats.ModelConfig;
import io.whetstone.formats.TokenizerConfig;
import io.whetstone.formats.chat.ChatTemplate;
import io.whetstone.formats.chat.Message;
import io.whetstone.formats.safetensors.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Converts the real starter model and holds the result against what transformers made of it. */
class GgufImportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Double> PROGRESS = new ArrayList<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void convert() throws IOException {
        GgufImport.run(Fixtures.starterGguf(), folder, PROGRESS::add);
    }

    @Test
    void every_tensor_is_that_of_transformers() throws IOException {
        JsonNode expected =
                JSON.readTree(Fixtures.shared("smollm2/tensors-expected.json").toFile());
        try (SafeTensors tensors = SafeTensors.open(folder)) {
            assertThat(tensors.tensors()).hasSize(expected.size());
            for (var entry : expected.properties()) {
                float[] values = tensors.floats(entry.getKey());
                JsonNode facts = entry.getValue();
                assertThat(tensors.info(entry.getKey()).dimensions().toString())
                        .isEqualTo(JSON.treeToValue(facts.path("shape"), List.class)
                                .toString());
                assertThat(Arrays.copyOf(values, 4)).containsExactly(floats(facts.path("first")));
                assertThat(Arrays.copyOfRange(values, values.length - 4, values.length))
                        .containsExactly(floats(facts.path("last")));
                assertThat(absoluteSum(values)).isCloseTo(facts.path("abs_sum").asDouble(), within(1.0));
            }
        }
    }

    @Test
    void the_config_describes_the_model() throws IOException {
        ModelConfig config = ModelConfig.read(folder);

        assertThat(config.hiddenSize()).isEqualTo(576);
        assertThat(config.layers()).isEqualTo(30);
        assertThat(config.heads()).isEqualTo(9);
        assertThat(config.keyValueHeads()).isEqualTo(3);
        assertThat(config.headSize()).isEqualTo(64);
        assertThat(config.intermediateSize()).isEqualTo(1536);
        assertThat(config.vocabularySize()).isEqualTo(49152);
        assertThat(config.rmsNormEpsilon()).isEqualTo(1e-5);
        assertThat(config.ropeTheta()).isEqualTo(100_000);
        assertThat(config.tiedEmbeddings()).isTrue();
        assertThat(config.eosTokenIds()).containsExactly(2);
    }

    @Test
    void the_tokenizer_splits_single_digits_and_knows_its_special_tokens() throws IOException {
        JsonNode tokenizer = JSON.readTree(folder.resolve("tokenizer.json").toFile());

        assertThat(tokenizer.path("model").path("vocab")).hasSize(49152);
        assertThat(tokenizer.path("model").path("merges")).hasSize(48900);
        assertThat(tokenizer.path("added_tokens")).hasSize(17);
        assertThat(PreTokenizer.of(tokenizer)).isEqualTo(PreTokenizer.SMOLLM);
    }

    @Test
    void the_chat_template_renders_as_transformers_renders_it() throws IOException {
        ChatTemplate template = TokenizerConfig.read(folder).template().orElseThrow();
        JsonNode chats = JSON.readTree(
                        Fixtures.shared("smollm2/tokenizer-expected.json").toFile())
                .path("chats");

        for (JsonNode chat : chats) {
            List<Message> messages = new ArrayList<>();
            chat.path("messages")
                    .forEach(m -> messages.add(new Message(
                            m.path("role").asText(), m.path("content").asText())));
            assertThat(template.render(
                            messages, chat.path("add_generation_prompt").asBoolean()))
                    .isEqualTo(chat.path("text").asText());
        }
    }

    @Test
    void the_way_back_gives_the_same_file_content() throws IOException {
        Path file = folder.resolve("back.gguf");

        GgufExport.run(folder, file, GgufType.F32, fraction -> {});

        try (Gguf before = Gguf.open(Fixtures.starterGguf());
                Gguf after = Gguf.open(file)) {
            for (GgufTensor tensor : before.tensors()) {
                assertThat(after.floats(tensor.name())).as(tensor.name()).isEqualTo(before.floats(tensor.name()));
            }
            for (String key : before.metadata().values().keySet()) {
                if (key.startsWith("tokenizer.") || key.startsWith("llama.")) {
                    assertThat(after.metadata().values())
                            .containsEntry(key, before.metadata().values().get(key));
                }
            }
        }
    }

    @Test
    void progress_rises_to_one() {
        assertThat(PROGRESS).isSorted().hasSizeGreaterThan(100);
        assertThat(PROGRESS.get(PROGRESS.size() - 1)).isEqualTo(1.0);
    }

    private static double absoluteSum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static float[] floats(JsonNode list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) list.get(i).asDouble();
        }
        return values;
    }
}
