package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What keys use is counted once, whatever is killed while a model answers. */
class KeyUseKillIT {
    @SuppressWarnings("NullAway.Init")
    static Product product;

    @SuppressWarnings("NullAway.Init")
    static String model;

    @SuppressWarnings("NullAway.Init")
    static String modelId;

    @BeforeAll
    static void start() {
        var shared = Product.shared();
        new Jobs(shared).starterModel();
        var starter = shared.home().resolve("cache/SmolLM2-135M-Instruct.gguf").toString();
        product = Product.at(Homes.make("uses"), Map.of("WHETSTONE_STARTER_MODEL", starter));
        product.start();
        var imported = new Jobs(product).starterModel();
        model = imported.path("name").asText();
        modelId = imported.path("id").asText();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void an_answer_that_ends_while_the_database_is_away_is_counted_when_it_is_back() throws Exception {
        var key = key();
        chat(key).answer("Name a colour.", 2);
        var before = used(key);
        long total;
        try (var stream = chat(key).stream("Write a long story about a river.", 60)) {
            stream.next();

            ProcessHandle.of(product.databasePid()).orElseThrow().destroyForcibly();
            var chunks = stream.rest();

            assertThat(stream.isDone())
                    .as("the answer is the caller's all the same")
                    .isTrue();
            total = chunks.size();
        }

        Waiting.until(
                Duration.ofMinutes(1),
                () -> product.anonymous().get("/health/ready").status(),
                status -> status == 200);
        Waiting.until(Duration.ofSeconds(30), () -> used(key), used -> used >= before + total);
        stays(key, used(key));
        assertThat(used(key)).isBetween(before + 60, before + 60 + 60);
    }

    @Test
    void an_answer_in_which_the_server_is_killed_is_counted_by_the_next() throws IOException, InterruptedException {
        var key = key();
        try (var stream = chat(key).stream("Write a long story about a river.", 4000)) {
            for (var i = 0; i < 40; i++) {
                assertThat(stream.next()).isNotNull();
            }
            product.kill();
        }

        product.start();

        var used = Waiting.until(Duration.ofSeconds(30), () -> used(key), count -> count > 0);
        assertThat(used).isBetween(60L, 1000L);
        stays(key, used);
    }

    @Test
    void a_conversation_in_whose_answer_the_server_is_killed_keeps_what_was_said_and_goes_on() throws Exception {
        var key = key();
        var talk = Talk.begin(product.anonymous().with(key.text("key")), modelId);
        var kill = new Kill();
        talk.listen(RunnerIT.LONG, kill);
        assertThat(kill.heardBefore).as("the answer was long enough").isNotBlank();

        product.start();

        var answer = Waiting.until(
                        Duration.ofMinutes(1),
                        talk::messages,
                        messages -> !messages.get(1).path("state").asText().equals("pending"))
                .get(1);
        assertThat(answer.path("state").asText()).isEqualTo("failed");
        assertThat(answer.path("failure").asText()).isEqualTo("The server stopped in the middle of the answer");
        assertThat(answer.path("content").asText())
                .as("what had come two seconds before the kill")
                .startsWith(kill.heardBefore);
        var used = Waiting.until(Duration.ofSeconds(30), () -> used(key), count -> count > 0);
        stays(key, used);
        var after = talk.say("Name a colour.", Map.of()).expect(200);
        assertThat(Talk.text(after)).isNotBlank();
        assertThat(talk.branch(Talk.answerId(after)))
                .hasSize(4)
                .allMatch(it -> !it.path("state").asText().equals("pending"));
    }

    /** Lets an answer go on for two seconds after its first words, and kills the server then. */
    private static final class Kill implements Predicate<String> {
        private static final int WORDS = 40;

        private String heardBefore = "";
        private long since;

        @Override
        public boolean test(String heard) {
            if (heardBefore.isEmpty() && heard.length() > WORDS) {
                heardBefore = heard;
                since = System.nanoTime();
            }
            var enough = !heardBefore.isEmpty()
                    && System.nanoTime() - since > Duration.ofSeconds(2).toNanos();
            if (enough) {
                product.kill();
            }
            return enough;
        }
    }

    /** Long enough for two rounds over what was left. */
    private static void stays(Answer key, long used) {
        Waiting.pause(Duration.ofSeconds(5));
        assertThat(used(key)).isEqualTo(used);
        assertThat(product.home().resolve("uses")).isEmptyDirectory();
    }

    private static Answer key() {
        return product.admin()
                .post(KeyBudgetIT.KEYS, Map.of("name", "killed" + System.nanoTime(), "scopes", List.of("production")))
                .expect(201);
    }

    private static Chat chat(Answer key) {
        return new Chat(product.anonymous().with(key.text("key")), model);
    }

    private static long used(Answer key) {
        for (var view : product.admin()
                .get(KeyBudgetIT.KEYS + "?limit=100")
                .expect(200)
                .json()
                .path("items")) {
            if (view.path("id").asText().equals(key.json().at("/apiKey/id").asText())) {
                return view.path("tokensThisMonth").asLong();
            }
        }
        throw new AssertionError("The key is gone");
    }
}
