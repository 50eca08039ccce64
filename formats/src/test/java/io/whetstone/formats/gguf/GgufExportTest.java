package io.whetstone.formats.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.formats.Fixtures;
import io.whetstone.formats.ModelConfig;
import io.whetstone.formats.TokenizerConfig;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.formats.peft.PeftAdapter;
import io.whetstone.formats.safetensors.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GgufExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String Q = "model.layers.0.self_attn.q_proj.weight";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama-3.2", "qwen2", "qwen3"})
    void a_model_survives_the_way_to_gguf_and_back(String family) throws IOException {
        Path model = model(family);
        Path file = folder.resolve("out.gguf");
        Path back = folder.resolve("back");

        GgufExport.run(model, file, GgufType.F32, fraction -> {});
        GgufImport.run(file, back, fraction -> {});

        assertThat(ModelConfig.read(back))
                .usingRecursiveComparison()
                .ignoringFields("attentionBias")
                .isEqualTo(ModelConfig.read(model));
        try (SafeTensors before = SafeTensors.open(model);
                SafeTensors after = SafeTensors.open(back)) {
            assertThat(after.tensors()).containsExactlyInAnyOrderEntriesOf(before.tensors());
            for (String name : before.tensors().keySet()) {
                assertThat(after.floats(name)).as(name).isEqualTo(before.floats(name));
            }
        }
    }

    @Test
    void rows_of_queries_are_interleaved_for_llama_cpp() throws IOException {
        Path model = model("llama");
        Path file = folder.resolve("out.gguf");

        GgufExport.run(model, file, GgufType.F32, fraction -> {});

        try (Gguf gguf = Gguf.open(file);
                SafeTensors source = SafeTensors.open(model)) {
            float[] first = gguf.floats("blk.0.attn_q.weight", 1, 1);
            assertThat(first).isEqualTo(source.floats(Q, 4 * 32, 32));
            assertThat(gguf.floats("blk.0.attn_v.weight"))
                    .isEqualTo(source.floats("model.layers.0.self_attn.v_proj.weight"));
        }
    }

    @Test
    void the_tokenizer_and_the_chat_template_go_along() throws IOException {
        Path file = folder.resolve("out.gguf");

        GgufExport.run(model("llama"), file, GgufType.Q8_0, fraction -> {});

        try (Gguf gguf = Gguf.open(file)) {
            GgufMetadata metadata = gguf.metadata();
            assertThat(metadata.texts("tokenizer.ggml.tokens"))
                    .hasSize(256)
                    .startsWith("a", "<s>", "b", "ab", "[PAD4]");
            assertThat(metadata.integers("tokenizer.ggml.token_type")).startsWith(1, 3, 1, 1, 5);
            assertThat(metadata.texts("tokenizer.ggml.merges")).containsExactly("a b");
            assertThat(metadata.text("tokenizer.ggml.pre")).isEqualTo("smollm");
            assertThat(metadata.integer("tokenizer.ggml.bos_token_id")).isEqualTo(1);
            assertThat(TokenizerConfig.of(metadata).template().orElseThrow().render(List.of(), true))
                    .isEqualTo("<s>!");
            assertThat(gguf.tensor("blk.0.attn_q.weight").type()).isEqualTo(GgufType.Q8_0);
            assertThat(gguf.tensor("blk.0.attn_norm.weight").type()).isEqualTo(GgufType.F32);
        }
    }

    @Test
    void an_adapter_keeps_a_and_interleaves_b_of_queries() throws IOException {
        Path file = folder.resolve("adapter.gguf");
        Path peft = Fixtures.shared("models/llama/adapter");

        GgufAdapterExport.run(peft, Fixtures.shared("models/llama"), file);

        try (Gguf gguf = Gguf.open(file);
                PeftAdapter adapter = PeftAdapter.open(peft)) {
            assertThat(gguf.metadata().values())
                    .containsEntry("general.type", "adapter")
                    .containsEntry("adapter.type", "lora")
                    .containsEntry("general.architecture", "llama")
                    .containsEntry("adapter.lora.alpha", 8f);
            assertThat(gguf.tensors()).hasSize(28);
            assertThat(gguf.floats("blk.1.ffn_down.weight.lora_b"))
                    .isEqualTo(adapter.b("model.layers.1.mlp.down_proj"));
            float[] b = adapter.b("model.layers.0.self_attn.q_proj");
            assertThat(gguf.floats("blk.0.attn_q.weight.lora_a"))
                    .isEqualTo(adapter.a("model.layers.0.self_attn.q_proj"));
            assertThat(gguf.floats("blk.0.attn_q.weight.lora_b", 1, 1))
                    .isEqualTo(java.util.Arrays.copyOfRange(b, 4 * 4, 5 * 4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dora", "modules-to-save"})
    void adapters_that_llama_cpp_would_misread_are_refused(String variant) {
        Path peft = Fixtures.shared("models/llama-variants/" + variant + "/adapter");

        assertThatThrownBy(() ->
                        GgufAdapterExport.run(peft, Fixtures.shared("models/llama"), folder.resolve("adapter.gguf")))
                .isInstanceOf(UnsupportedModelException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_rank_stabilised_adapter_carries_its_scale_in_alpha() throws IOException {
        Path file = folder.resolve("adapter.gguf");

        GgufAdapterExport.run(
                Fixtures.shared("models/llama-variants/rslora/adapter"), Fixtures.shared("models/llama"), file);

        try (Gguf gguf = Gguf.open(file)) {
            assertThat(gguf.metadata().number("adapter.lora.alpha", 0)).isEqualTo(16);
        }
    }

    @Test
    void other_families_and_tokenizers_are_refused() throws IOException {
        assertThatThrownBy(() -> Family.of("gemma2")).isInstanceOf(UnsupportedModelException.class);
        assertThatThrownBy(() -> PreTokenizer.named("tekken"))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("tekken");
        assertThatThrownBy(() -> PreTokenizer.of(JSON.readTree("{\"pre_tokenizer\":{\"type\":\"Whitespace\"}}")))
                .isInstanceOf(UnsupportedModelException.class);
        Path model = model("llama");
        Files.delete(model.resolve("tokenizer.json"));
        assertThatThrownBy(() -> GgufExport.run(model, folder.resolve("x.gguf"), GgufType.F32, fraction -> {}))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("tokenizer.json");
    }

    /** Every pre-tokenizer that can be written into a tokenizer.json is recognised there. */
    @ParameterizedTest
    @ValueSource(strings = {"smollm", "gpt-2", "llama-bpe", "qwen2"})
    void pre_tokenizers_are_recognised_by_what_they_do(String name) throws IOException {
        PreTokenizer known = PreTokenizer.named(name);
        ObjectNode tokenizer = JSON.createObjectNode();
        tokenizer.set("pre_tokenizer", known.json());

        assertThat(PreTokenizer.of(tokenizer)).isEqualTo(known);
        assertThat(known.ggufName()).isEqualTo(name);
    }

    /** A fixture model with a tokenizer of four tokens. */
    private Path model(String family) throws IOException {
        Path source = Fixtures.shared("models/" + family);
        Path model = Files.createDirectories(folder.resolve(family));
        for (String name : new String[] {ModelConfig.FILE, SafeTensors.SINGLE}) {
            Files.copy(source.resolve(name), model.resolve(name));
        }
        ObjectNode tokenizer = JSON.createObjectNode();
        tokenizer
                .putArray("added_tokens")
                .addObject()
                .put("id", 1)
                .put("content", "<s>")
                .put("special", true);
        tokenizer.set("pre_tokenizer", PreTokenizer.SMOLLM.json());
        ObjectNode bpe = tokenizer.putObject("model").put("type", "BPE");
        bpe.putObject("vocab").put("a", 0).put("b", 2).put("ab", 3);
        bpe.putArray("merges").addArray().add("a").add("b");
        Files.write(model.resolve("tokenizer.json"), JSON.writeValueAsBytes(tokenizer));
        Files.writeString(
                model.resolve(TokenizerConfig.FILE),
                "{\"bos_token\":{\"content\":\"<s>\"},\"chat_template\":\"{{ bos_token }}!\"}");
        return model;
    }
}
