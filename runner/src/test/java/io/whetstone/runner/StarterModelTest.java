package io.whetstone.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.formats.gguf.GgufAdapterExport;
import io.whetstone.formats.gguf.GgufExport;
import io.whetstone.formats.gguf.GgufImport;
import io.whetstone.formats.gguf.GgufType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The starter model, converted to 32-bit floats, against the answers that transformers gives. Skipped where the
 * model (property or variable {@code WHETSTONE_TEST_GGUF}, else the cache of Whetstone) or the answers are absent.
 */
class StarterModelTest {
    private static final int MOST_TOKENS = 48;

    @TempDir
    static Path folder;

    static Path fixtures;
    static Runner runner;

    @BeforeAll
    static void start() throws IOException {
        var gguf = starter();
        var answers = fixtures();
        assumeTrue(gguf.isPresent(), "no starter model: set WHETSTONE_TEST_GGUF");
        assumeTrue(answers.isPresent(), "no shared/fixtures/smollm2 beside the repository");
        fixtures = answers.orElseThrow();
        var weights = folder.resolve("hf");
        var floats = folder.resolve("f32.gguf");
        GgufImport.run(gguf.orElseThrow(), weights, fraction -> {});
        GgufExport.run(weights, floats, GgufType.F32, fraction -> {});
        var adapter = folder.resolve("adapter.gguf");
        GgufAdapterExport.run(fixtures.resolve("sft-start"), weights, adapter);
        runner = Runner.of(
                floats,
                "smollm2",
                folder,
                "--cache-type",
                "f32",
                "--context",
                "256",
                "--parallel",
                "2",
                "--adapter",
                "start=" + adapter);
    }

    @AfterAll
    static void stop() {
        if (runner != null) {
            runner.close();
        }
    }

    @Test
    void greedy_answers_are_those_of_transformers() throws Exception {
        var expected =
                Runner.JSON.readTree(fixtures.resolve("greedy-expected.json").toFile());

        assertThat(expected).hasSize(5);
        for (var answer : expected) {
            var ids = answer.get("ids");
            boolean ended = answer.get("text").asText().endsWith("<|im_end|>");
            var given = ask("smollm2", answer.get("prompt").asText());
            assertThat(given.at("/choices/0/message/content").asText())
                    .isEqualTo(answer.get("text").asText().replace("<|im_end|>", ""));
            assertThat(given.at("/usage/completion_tokens").asInt()).isEqualTo(ids.size());
            assertThat(given.at("/choices/0/finish_reason").asText()).isEqualTo(ended ? "stop" : "length");
        }
    }

    @Test
    void an_adapter_before_its_first_step_changes_nothing() throws Exception {
        var prompt = "What is the capital of France?";

        assertThat(ask("start", prompt).at("/choices/0/message/content"))
                .isEqualTo(ask("smollm2", prompt).at("/choices/0/message/content"));
    }

    private static JsonNode ask(String model, String prompt) throws IOException, InterruptedException {
        var body = Runner.JSON
                .createObjectNode()
                .put("model", model)
                .put("temperature", 0)
                .put("max_tokens", MOST_TOKENS);
        body.putArray("messages").addObject().put("role", "user").put("content", prompt);
        return runner.json("/v1/chat/completions", body.toString());
    }

    private static Optional<Path> starter() throws IOException {
        var named = System.getProperty("WHETSTONE_TEST_GGUF", System.getenv().getOrDefault("WHETSTONE_TEST_GGUF", ""));
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isRegularFile);
        }
        var cache = Path.of(System.getProperty("user.home"), ".whetstone", "cache");
        if (!Files.isDirectory(cache)) {
            return Optional.empty();
        }
        try (var files = Files.walk(cache)) {
            return files.filter(file -> file.toString().endsWith(".gguf")).findFirst();
        }
    }

    private static Optional<Path> fixtures() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/fixtures/smollm2"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
