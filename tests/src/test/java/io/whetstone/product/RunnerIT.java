package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The models behind {@code /v1}, on the starter model. */
class RunnerIT {
    static final String LONG = "Write a very long story about a king, a dragon and a hundred knights.";
    static final String QUESTION = "My order has not arrived. What can you do?";

    final Product product = Product.shared();
    final Client admin = product.admin();
    final Jobs jobs = new Jobs(product);
    final String base = jobs.starterModel().path("name").asText();
    final Chat chat = new Chat(admin, base);

    @Test
    void what_can_answer_is_listed() {
        var models = admin.get("/v1/models").expect(200).json();
        var one = admin.get("/v1/models/" + base).expect(200).json();

        assertThat(models.path("object").asText()).isEqualTo("list");
        assertThat(StreamSupport.stream(models.path("data").spliterator(), false)
                        .map(model -> model.path("id").asText()))
                .contains(base);
        assertThat(one.path("id").asText()).isEqualTo(base);
        assertThat(admin.get("/v1/models/nothing").status()).isEqualTo(404);
        assertThat(admin.get("/v1/models/nothing").json().at("/error/type").asText())
                .isEqualTo("invalid_request_error");
        assertThat(product.anonymous().get("/v1/models").status()).isEqualTo(401);
    }

    @Test
    void a_stream_has_the_text_of_the_whole_answer_and_comes_word_by_word() throws Exception {
        var whole = chat.answer(QUESTION, 40);

        try (var stream = chat.stream(QUESTION, 40)) {
            var chunks = stream.rest();

            assertThat(text(chunks)).isEqualTo(whole);
            assertThat(chunks).hasSizeGreaterThan(10);
            assertThat(stream.isDone()).isTrue();
            assertThat(chunks.get(chunks.size() - 1)
                            .at("/choices/0/finish_reason")
                            .asText())
                    .isIn("stop", "length");
        }
    }

    @Test
    void an_answer_ends_before_a_stop_sequence() {
        var whole = chat.answer(QUESTION, 40);
        var words = whole.strip().split(" ", -1);
        var stop = words[4] + " " + words[5];

        var cut = chat.ask(QUESTION, Map.of("max_tokens", 40, "stop", List.of(stop, "\u0001never")));

        assertThat(Chat.content(cut.expect(200))).isEqualTo(whole.substring(0, whole.indexOf(stop)));
        assertThat(cut.json().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    }

    @Test
    void who_leaves_stops_the_model() throws Exception {
        try (var stream = chat.stream(LONG, 3000)) {
            for (var i = 0; i < 10; i++) {
                assertThat(stream.next()).isNotNull();
            }
            assertThat(busy()).isGreaterThan(Duration.ofMillis(300));
        }

        Waiting.until(Duration.ofSeconds(5), this::busy, time -> time.compareTo(Duration.ofMillis(100)) < 0);
    }

    @Test
    void a_killed_runner_fails_what_was_in_flight_with_a_reason_and_comes_back() throws Exception {
        try (var stream = chat.stream(LONG, 3000)) {
            assertThat(stream.next()).isNotNull();
            var waiting = CompletableFuture.supplyAsync(() -> chat.ask(LONG, Map.of("max_tokens", 3000)));
            Waiting.pause(Duration.ofMillis(500));
            var runner = runner();

            runner.destroyForcibly();

            var rest = stream.rest();
            assertThat(rest.get(rest.size() - 1).at("/error/message").asText()).contains("process ended");
            var failed = waiting.get();
            assertThat(failed.status()).isEqualTo(502);
            assertThat(failed.json().at("/error/code").asText()).isEqualTo("upstream_failed");
            assertThat(admin.get("/api/me").status()).isEqualTo(200);
            var next = Waiting.until(
                    Duration.ofSeconds(30),
                    () -> chat.ask(QUESTION, Map.of("max_tokens", 5)),
                    answer -> answer.status() == 200);
            assertThat(Chat.content(next)).isNotBlank();
            assertThat(runner().pid()).isNotEqualTo(runner.pid());
        }
    }

    @Test
    void a_whole_answer_that_has_begun_says_that_its_runner_died() throws Exception {
        var begun = chat.begin(LONG, 4000);
        Waiting.pause(Duration.ofSeconds(4));

        runner().destroyForcibly();

        var error = new ObjectMapper().readTree(begun.join().body()).get("error");
        assertThat(error.get("code").asText()).isEqualTo("upstream_failed");
        assertThat(error.get("message").asText()).contains("process ended");
        Waiting.until(
                Duration.ofSeconds(30),
                () -> chat.ask(QUESTION, Map.of("max_tokens", 5)),
                answer -> answer.status() == 200);
    }

    @Test
    void adapters_of_one_base_answer_at_once_and_none_as_another() {
        var red = tuned("red");
        var blue = tuned("blue");
        var models = List.of(base, red, blue);

        var answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> new Chat(admin, models.get(i % 3)).answer(QUESTION, 12))
                .toList();

        for (var i = 0; i < answers.size(); i += 3) {
            assertThat(answers.get(i)).doesNotContain("always");
            assertThat(answers.get(i + 1)).contains("always red");
            assertThat(answers.get(i + 2)).contains("always blue");
        }
        var runners = admin.get("/api/system/status").expect(200).json().path("runners");
        assertThat(StreamSupport.stream(runners.spliterator(), false)
                        .filter(runner -> runner.path("model").asText().equals(base)))
                .singleElement()
                .satisfies(runner -> assertThat(runner.path("adapters").toString())
                        .contains(red)
                        .contains(blue));
    }

    /** The name of an adapter that knows one answer only. */
    private String tuned(String colour) {
        var rows = IntStream.range(0, 16)
                .mapToObj(i -> "{\"prompt\":\"What can you do about case %d?\",\"completion\":\"It is always %s.\"}"
                        .formatted(i, colour))
                .collect(Collectors.joining("\n"));
        var dataset = new Datasets(admin).of(colour + ".jsonl", rows).path("id").asText();
        var id = jobs.start(dataset, Map.of("epochs", 10, "learningRate", 2e-3, "batchSize", 4, "evalFraction", 0));
        var job = jobs.awaitEnd(id, Duration.ofMinutes(2));
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("completed");
        return Waiting.until(
                        Duration.ofMinutes(1),
                        () -> admin.get("/api/models/"
                                        + job.path("adapterModelId").asText())
                                .expect(200),
                        model -> model.text("status").equals("ready"))
                .text("name");
    }

    private static String text(List<JsonNode> chunks) {
        var text = new StringBuilder();
        chunks.forEach(chunk -> text.append(chunk.at("/choices/0/delta/content").asText("")));
        return text.toString();
    }

    private ProcessHandle runner() {
        return product.children()
                .filter(child -> child.info().commandLine().orElse("").contains("--token-file"))
                .findFirst()
                .orElseThrow();
    }

    /** How long the runner computed within half a second. */
    private Duration busy() {
        var runner = runner();
        var before = cpu(runner);
        Waiting.pause(Duration.ofMillis(500));
        return cpu(runner).minus(before);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }
}
