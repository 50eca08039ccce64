package io.whetstone.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adapters are models of their own that share the base: several at once, come and go while it runs. */
class AdaptersTest {
    @TempDir
    Path folder;

    private Runner runner;

    @BeforeEach
    void start() throws IOException {
        var first = TinyModel.adapter(folder, "first", 1);
        runner = Runner.tiny(folder, "--context", "512", "--adapter", "first=" + first);
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void an_adapter_given_at_the_start_is_a_model() throws Exception {
        assertThat(runner.get("/v1/models").body()).contains("\"tiny\"", "\"first\"");
        assertThat(runner.get("/v1/models/first").statusCode()).isEqualTo(200);
        assertThat(answer("first")).isNotEqualTo(answer("tiny"));
    }

    @Test
    void two_adapters_and_the_base_answer_at_once_as_they_do_alone() throws Exception {
        load("second", TinyModel.adapter(folder, "second", 2));
        var alone = List.of(answer("tiny"), answer("first"), answer("second"));
        var together = List.of("tiny", "first", "second", "tiny", "first", "second").stream()
                .map(model -> CompletableFuture.supplyAsync(() -> answerOf(model)))
                .toList();

        assertThat(alone).doesNotHaveDuplicates();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i).join()).isEqualTo(alone.get(i % alone.size()));
        }
    }

    @Test
    void an_unloaded_adapter_is_gone_and_the_base_stays_as_it_was() throws Exception {
        var base = answer("tiny");
        var first = answer("first");

        assertThat(runner.delete("/adapters/first").statusCode()).isEqualTo(204);
        assertThat(runner.delete("/adapters/first").statusCode()).isEqualTo(404);
        assertThat(runner.post("/v1/completions", body("first")).statusCode()).isEqualTo(404);
        assertThat(answer("tiny")).isEqualTo(base);

        load("first", folder.resolve("first.gguf"));
        assertThat(answer("first")).isEqualTo(first);
    }

    @Test
    void what_is_no_adapter_is_refused_and_the_runner_lives_on() throws Exception {
        var rubbish = Files.writeString(folder.resolve("rubbish.gguf"), "not a model");

        for (var path : List.of(rubbish, folder.resolve("missing.gguf"), folder.resolve("tiny.gguf"))) {
            var refused = runner.post("/adapters", """
                    {"name":"bad","path":"%s"}""".formatted(path));
            assertThat(refused.statusCode()).isEqualTo(400);
        }
        assertThat(runner.post("/adapters", "{\"name\":\"tiny\",\"path\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(answer("tiny")).isNotEmpty();
    }

    private void load(String name, Path path) throws Exception {
        var loaded = runner.post("/adapters", """
                {"name":"%s","path":"%s"}""".formatted(name, path));
        assertThat(loaded.statusCode()).isEqualTo(201);
    }

    private String answerOf(String model) {
        try {
            return answer(model);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String answer(String model) throws IOException, InterruptedException {
        return runner.json("/v1/completions", body(model)).at("/choices/0/text").asText();
    }

    private static String body(String model) {
        var body = "{\"model\":\"%s\",\"prompt\":\"Hello there\",\"temperature\":0,\"max_tokens\":50,%s}";
        return body.formatted(model, TinyModel.NEVER_ENDING);
    }
}
