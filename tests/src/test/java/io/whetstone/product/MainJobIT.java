package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The product's main job on its real model: tickets become triage JSON, which the base model cannot write. */
class MainJobIT {
    static final ObjectMapper JSON = new ObjectMapper();
    static final int HELD_OUT = 60;

    final Product product = Product.shared();
    final Jobs jobs = new Jobs(product);

    /** Shares of the held-out rows: answers that are JSON, and answers that are right in every field. */
    record Score(double valid, double right) {}

    @Test
    void a_model_is_tuned_and_answers_what_its_base_cannot() throws IOException {
        var base = jobs.starterModel();
        var started = System.nanoTime();

        var id = jobs.start(Map.of(
                "epochs", 2,
                "learningRate", 2e-3,
                "batchSize", 8,
                "evalFraction", 0,
                "lora", Map.of("rank", 16, "alpha", 32)));
        var job = jobs.awaitEnd(id, Duration.ofMinutes(20));
        var minutes = Duration.ofNanos(System.nanoTime() - started).toSeconds() / 60.0;

        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("completed");
        assertThat(jobs.steps(id))
                .isEqualTo(IntStream.rangeClosed(1, job.path("totalSteps").asInt())
                        .boxed()
                        .toList());
        var before = score(base.path("name").asText());
        var tuned = tuned(job.path("adapterModelId").asText());
        var after = score(tuned.text("name"));
        System.out.printf(
                "Main job: trained in %.1f min; base: %.0f %% valid, %.0f %% right; tuned: %.0f %% valid, %.0f %% right%n",
                minutes, 100 * before.valid(), 100 * before.right(), 100 * after.valid(), 100 * after.right());
        assertThat(tuned.text("systemPrompt"))
                .isEqualTo(heldOut().get(0).at("/messages/0/content").asText());
        assertThat(before.right()).isLessThan(0.05);
        assertThat(after.valid()).isGreaterThanOrEqualTo(0.95);
        assertThat(after.right()).isGreaterThanOrEqualTo(0.60);
    }

    private Answer tuned(String modelId) {
        return Waiting.until(
                Duration.ofMinutes(2),
                () -> product.admin().get("/api/models/" + modelId).expect(200),
                model -> model.text("status").equals("ready"));
    }

    private Score score(String model) throws IOException {
        var client = product.admin();
        var rows = heldOut();
        var answers =
                rows.stream().parallel().map(row -> answer(client, model, row)).toList();
        var valid = answers.stream().filter(answer -> parse(answer) != null).count();
        var right = IntStream.range(0, rows.size())
                .filter(i -> expected(rows.get(i)).equals(parse(answers.get(i))))
                .count();
        return new Score((double) valid / rows.size(), (double) right / rows.size());
    }

    private static String answer(Client client, String model, JsonNode row) {
        var messages = ((ArrayNode) row.path("messages")).deepCopy();
        messages.remove(messages.size() - 1);
        return client.post(
                        "/v1/chat/completions",
                        Map.of("model", model, "messages", messages, "max_tokens", 80, "temperature", 0))
                .expect(200)
                .json()
                .at("/choices/0/message/content")
                .asText();
    }

    private static @Nullable JsonNode parse(String text) {
        try {
            var tree = JSON.readTree(text);
            return tree != null && tree.isObject() ? tree : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    private static JsonNode expected(JsonNode row) {
        var messages = row.path("messages");
        var parsed = parse(messages.path(messages.size() - 1).path("content").asText());
        return parsed == null ? JSON.nullNode() : parsed;
    }

    private static List<JsonNode> heldOut() throws IOException {
        var file = Path.of("ejb/src/main/resources/examples/support-triage/held-out.jsonl");
        try (var lines = Files.lines(Product.root().resolve(file))) {
            return lines.limit(HELD_OUT).map(MainJobIT::row).toList();
        }
    }

    private static JsonNode row(String line) {
        var row = parse(line);
        if (row == null) {
            throw new AssertionError("Not a row: " + line);
        }
        return row;
    }
}
