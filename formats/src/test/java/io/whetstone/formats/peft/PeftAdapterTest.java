package io.whetstone.formats.peft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.Fixtures;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.formats.peft.PeftAdapter.Shape;
import io.whetstone.formats.safetensors.DType;
import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.formats.safetensors.SafeTensorsWriter;
import io.whetstone.formats.safetensors.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeftAdapterTest {
    private static final String MODULE = "model.layers.0.self_attn.q_proj";

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read_back() throws IOException {
        write();

        try (PeftAdapter read = PeftAdapter.open(folder)) {
            assertThat(read.config())
                    .isEqualTo(PeftConfig.lora("base", 1, 2, 0.1, List.of("q_proj")))
                    .returns(2.0, PeftConfig::scale);
            assertThat(read.modules()).isEqualTo(Map.of(MODULE, new Shape(1, 3, 2)));
            assertThat(read.a(MODULE)).containsExactly(1, 2, 3);
            assertThat(read.b(MODULE)).containsExactly(4, 5);
            assertThat(read.otherTensors()).isEmpty();
        }
        try (SafeTensors tensors = SafeTensors.open(folder.resolve(PeftAdapter.WEIGHTS))) {
            assertThat(tensors.tensors())
                    .containsOnlyKeys(
                            "base_model.model." + MODULE + ".lora_A.weight",
                            "base_model.model." + MODULE + ".lora_B.weight");
        }
    }

    @Test
    void an_adapter_of_peft_is_read_and_every_field_written_is_one_of_peft() throws IOException {
        Path peft = Fixtures.shared("models/llama/adapter");
        try (PeftAdapter read = PeftAdapter.open(peft)) {
            assertThat(read.modules()).hasSize(14).containsEntry(MODULE, new Shape(4, 32, 32));
            assertThat(read.config().scale()).isEqualTo(2);
            assertThat(read.config().targetModules()).hasSize(7);

            var known =
                    new ObjectMapper().readTree(peft.resolve(PeftConfig.FILE).toFile());
            assertThat(read.config().json().fieldNames()).toIterable().allMatch(known::has);
        }
    }

    @Test
    void rank_stabilised_adapters_divide_by_the_root() throws IOException {
        try (PeftAdapter read = PeftAdapter.open(Fixtures.shared("models/llama-variants/rslora/adapter"))) {
            assertThat(read.config().scale()).isEqualTo(8 / Math.sqrt(4));
        }
    }

    @Test
    void trained_modules_are_told_apart_from_factors() throws IOException {
        try (PeftAdapter read = PeftAdapter.open(Fixtures.shared("models/llama-variants/modules-to-save/adapter"))) {
            assertThat(read.otherTensors()).hasSize(1).first().asString().contains("lm_head");
            assertThat(read.config().modulesToSave()).containsExactly("lm_head");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"peft_type\":\"IA3\",\"r\":1}",
                "{\"peft_type\":\"LORA\"}",
                "{\"peft_type\":\"LORA\",\"r\":2}",
                "{\"peft_type\":\"LORA\",\"r\":1,\"rank_pattern\":{\"q\":2}}",
                "{\"peft_type\":\"LORA\",\"r\":1,\"fan_in_fan_out\":true}"
            })
    void settings_that_do_not_fit_are_refused(String json) throws IOException {
        write();
        Files.writeString(folder.resolve(PeftConfig.FILE), json);

        assertThatThrownBy(() -> PeftAdapter.open(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void a_folder_without_settings_or_factors_is_refused() throws IOException {
        assertThatThrownBy(() -> PeftAdapter.open(folder)).isInstanceOf(UnsupportedModelException.class);

        write();
        SafeTensorsWriter.write(
                folder.resolve(PeftAdapter.WEIGHTS), List.of(TensorInfo.of("x", DType.F32, 1)), t -> new float[1]);
        assertThatThrownBy(() -> PeftAdapter.open(folder)).hasMessageContaining("no LoRA factors");
    }

    private void write() throws IOException {
        PeftAdapter.write(
                folder,
                PeftConfig.lora("base", 1, 2, 0.1, List.of("q_proj")),
                Map.of(MODULE, new Shape(1, 3, 2)),
                module -> new float[] {1, 2, 3},
                module -> new float[] {4, 5});
    }
}
