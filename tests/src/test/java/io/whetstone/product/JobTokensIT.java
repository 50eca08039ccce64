package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tokens that stand for one training job. */
class JobTokensIT {
    static final Duration TRUST = Duration.ofMillis(1100);

    final Product product = Product.shared();
    final Client ada = product.person("ada");
    final WaitingJob job = WaitingJob.of(product, ada);
    final Client token = issued(Map.of());

    @Test
    void a_token_reads_its_job_and_nothing_else() {
        var other = WaitingJob.of(product, ada);

        assertThat(Stream.of("", "/metrics", "/logs", "/checkpoints")
                        .map(part -> token.get(job.path() + part).status()))
                .containsOnly(200);
        assertThat(Stream.of("", "/metrics", "/logs", "/checkpoints")
                        .map(part -> token.get(other.path() + part).status()))
                .containsOnly(403);
        assertThat(token.post(other.path() + "/cancel", "").status()).isEqualTo(403);
        assertThat(Stream.of("/api/me", "/api/training/jobs", "/api/datasets", "/api/models", "/v1/models")
                        .map(path -> token.get(path).status()))
                .containsOnly(403);
        assertThat(token.post(job.path() + "/resume", "").status()).isEqualTo(403);
        assertThat(token.post(job.tokens(), Map.of()).status())
                .as("a token makes no tokens")
                .isEqualTo(403);
        assertThat(token.delete(job.tokens()).status()).isEqualTo(403);
        assertThat(token.post("/api/realtime/tickets", "").status()).isEqualTo(403);
    }

    @Test
    void a_token_ends_with_its_job() {
        token.post(job.path() + "/cancel", "").expect(200);
        Waiting.pause(TRUST);

        assertThat(token.get(job.path()).status()).isEqualTo(401);
        assertThat(ada.get(job.path()).expect(200).text("status")).isEqualTo("cancelled");
        assertThat(ada.post(job.tokens(), Map.of()).status()).isEqualTo(409);
    }

    @Test
    void tokens_are_ended_all_at_once_and_new_ones_work() {
        token.get(job.path()).expect(200);

        ada.delete(job.tokens()).expect(204);
        Waiting.pause(TRUST);

        assertThat(token.get(job.path()).status()).isEqualTo(401);
        assertThat(issued(Map.of()).get(job.path()).status()).isEqualTo(200);
    }

    @Test
    void a_token_lives_for_as_long_as_was_asked_and_never_beyond_hours() {
        var brief = issued(Map.of("lifeSeconds", 2));
        brief.get(job.path()).expect(200);
        var longest = ada.post(job.tokens(), Map.of("lifeSeconds", 43_200)).expect(201);

        Waiting.pause(Duration.ofMillis(3200));

        assertThat(brief.get(job.path()).status()).isEqualTo(401);
        assertThat(Instant.parse(longest.text("expiresAt")))
                .isBefore(Instant.now().plusSeconds(43_201));
        assertThat(ada.post(job.tokens(), Map.of("lifeSeconds", 43_201)).status())
                .isEqualTo(400);
        assertThat(ada.post(job.tokens(), Map.of("lifeSeconds", 0)).status()).isEqualTo(400);
    }

    @Test
    void only_who_may_manage_the_job_gets_a_token() {
        assertThat(product.person("eve").post(job.tokens(), Map.of()).status()).isEqualTo(404);
        assertThat(product.anonymous().post(job.tokens(), Map.of()).status()).isEqualTo(401);
        var reader = product.anonymous()
                .with(ada.post("/api/user/api-keys", Map.of("name", "reader"))
                        .expect(201)
                        .text("key"));
        assertThat(reader.post(job.tokens(), Map.of()).status()).isEqualTo(403);
    }

    @Test
    void a_token_ends_with_the_key_that_asked_for_it() {
        var key = ada.post("/api/user/api-keys", Map.of("name", "runner", "scopes", List.of("training")))
                .expect(201);
        var made = product.anonymous().with(key.text("key"));
        var child = product.anonymous()
                .with(made.post(job.tokens(), Map.of()).expect(201).text("token"));
        child.get(job.path()).expect(200);

        ada.delete("/api/user/api-keys/" + key.json().at("/apiKey/id").asText()).expect(200);
        Waiting.pause(TRUST);

        assertThat(child.get(job.path()).status()).isEqualTo(401);
        assertThat(token.get(job.path()).status()).isEqualTo(200);
    }

    @Test
    void a_token_acts_for_nobody_and_is_in_no_log() {
        var acting = token.send(token.request(job.path())
                .header("X-Acts-For", ada.get("/api/me").text("id"))
                .GET());

        assertThat(acting.status()).isEqualTo(401);
        assertThat(product.logText()).doesNotContain(token.token());
    }

    private Client issued(Map<String, Object> body) {
        return product.anonymous().with(ada.post(job.tokens(), body).expect(201).text("token"));
    }
}
