package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What keys use is counted once, whatever is killed while a model answers. */
class KeyUseKillIT {
    @SuppressWarnings("NullAway.Init")
    static Product product;

    @SuppressWarnings("NullAway.Init")
    static String model;

    @BeforeAll
    static void start() {
        var shared = Product.shared();
        new Jobs(shared).starterModel();
        var starter = shared.home().resolve("cache/SmolLM2-135M-Instruct.gguf").toString();
        product = Product.at(Homes.make("uses"), Map.of("WHETSTONE_STARTER_MODEL", starter));
        product.start();
        model = new Jobs(product).starterModel().path("name").asText();
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
