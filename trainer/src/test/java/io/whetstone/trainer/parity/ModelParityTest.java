package io.whetstone.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.whetstone.trainer.TestEngine;
import io.whetstone.trainer.TinyModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelParityTest {
    @ParameterizedTest
    @ValueSource(strings = {"llama", "llama-3.2"})
    void every_number_agrees_with_transformers_and_peft(String model) throws IOException {
        try (NDManager manager = TestEngine.open()) {
            List<Deviation> found = ModelParity.of(manager, TinyModel.resource("models/" + model));

            assertThat(found)
                    .hasSize(13)
                    .allSatisfy(d -> assertThat(d.isWithin()).as(d.toString()).isTrue());
        }
    }

    @Test
    void a_wrong_number_fails_the_report(@TempDir Path root) throws IOException {
        Path model = TinyModel.resource("models/llama");
        copy(model, root.resolve("wrong"));
        Path config = root.resolve("wrong/config.json");
        Files.writeString(config, Files.readString(config).replace("10000.0", "9000.0"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        boolean passed = ParityReport.print(root, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(passed).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("FAIL");
    }

    @Test
    void other_families_are_listed_as_unsupported(@TempDir Path root) throws IOException {
        copy(TinyModel.resource("models/llama"), root.resolve("other"));
        Path config = root.resolve("other/config.json");
        Files.writeString(config, Files.readString(config).replace("\"llama\"", "\"mamba\""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        boolean passed = ParityReport.print(root, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(passed).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("unsupported").contains("mamba");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("adapter"));
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
