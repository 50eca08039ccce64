package io.whetstone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelInspectionTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_is_described_by_its_headers() throws IOException {
        Path source = Fixtures.shared("models/llama");
        Files.copy(source.resolve("config.json"), folder.resolve("config.json"));
        Files.copy(source.resolve("model.safetensors"), folder.resolve("model.safetensors"));
        Files.writeString(folder.resolve("README.md"), "---\nlicense: apache-2.0\n---\n\nlicense: none\n");
        Files.writeString(folder.resolve("chat_template.jinja"), "{{ 1 }}");

        JsonNode json = new ObjectMapper().valueToTree(ModelInspection.of(folder));

        assertThat(json.path("architecture").asText()).isEqualTo("llama");
        assertThat(json.path("parameterCount").asLong()).isEqualTo(34976);
        assertThat(json.path("contextLength").asInt()).isEqualTo(128);
        assertThat(json.path("vocabularySize").asInt()).isEqualTo(256);
        assertThat(json.path("layers").asInt()).isEqualTo(2);
        assertThat(json.path("hiddenSize").asInt()).isEqualTo(32);
        assertThat(json.path("chatTemplate").asText()).isEqualTo("{{ 1 }}");
        assertThat(json.path("tokenizer").isNull()).isTrue();
        assertThat(json.path("dtype").asText()).isEqualTo("F32");
        assertThat(json.path("licence").asText()).isEqualTo("apache-2.0");
    }

    @Test
    void the_starter_model_is_described_by_its_header() throws IOException {
        ModelInspection facts = ModelInspection.of(Fixtures.starterGguf());

        assertThat(facts)
                .returns("llama", ModelInspection::architecture)
                .returns(134_515_008L, ModelInspection::parameterCount)
                .returns(8192, ModelInspection::contextLength)
                .returns(49152, ModelInspection::vocabularySize)
                .returns(30, ModelInspection::layers)
                .returns("smollm", ModelInspection::tokenizer)
                .returns("Q4_1", ModelInspection::dtype)
                .returns("apache-2.0", ModelInspection::licence);
        assertThat(facts.chatTemplate()).contains("<|im_start|>");
    }

    @Test
    void pickles_and_strangers_are_refused_with_a_reason() throws IOException {
        Path pickle = Files.write(folder.resolve("pytorch_model.bin"), new byte[8]);
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");

        assertThatThrownBy(() -> ModelInspection.of(pickle))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("pickle");
        assertThatThrownBy(() -> ModelInspection.of(folder))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("pickle");
        assertThatThrownBy(() -> ModelInspection.of(text))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("neither");
    }
}
