package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Scripts written for the training server before this one. */
class CompatibilityIT {
    static final int REFUSED = 1008;

    final Product product = Product.shared();
    final Client admin = product.admin();
    final Jobs jobs = new Jobs(product);

    @Test
    void a_job_is_started_followed_and_finished_as_before() {
        var receipt = admin.post("/train", wish(Map.of("max_steps", 3, "num_epochs", 1)));
        var id = receipt.expect(200).text("job_id");

        var messages = followed(id);
        var job = admin.get("/jobs/" + id).expect(200).json();

        assertThat(receipt.text("status")).isIn("queued", "running");
        assertThat(receipt.text("message")).isNotBlank();
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("completed");
        assertThat(job.path("current_step").asInt()).isEqualTo(3);
        assertThat(job.path("total_steps").asInt()).isEqualTo(3);
        assertThat(job.path("progress").asDouble()).isEqualTo(100);
        assertThat(job.path("loss").asDouble()).isPositive();
        assertThat(messages)
                .allSatisfy(
                        message -> assertThat(message.path("job_id").asText()).isEqualTo(id));
        var last = messages.get(messages.size() - 1);
        assertThat(last.path("complete").asBoolean()).isTrue();
        assertThat(last.path("status").asText()).isEqualTo("completed");
        assertThat(last.path("final_loss").asDouble()).isPositive();
        assertThat(messages.stream().filter(message -> message.has("current_step")))
                .isNotEmpty();
        assertThat(ids(admin)).contains(id);
    }

    @Test
    void a_job_is_started_under_the_other_address_and_cancelled() {
        var id = admin.post("/api/training", wish(Map.of("num_epochs", 20, "batch_size", 1)))
                .expect(200)
                .text("job_id");

        var answer = admin.post("/cancel/" + id, "").expect(200);
        var ended = jobs.awaitEnd(id, Duration.ofMinutes(2));

        assertThat(answer.text("job_id")).isEqualTo(id);
        assertThat(ended.path("status").asText()).isEqualTo("cancelled");
        assertThat(ended.at("/parameters/batchSize").asInt()).isEqualTo(1);
        assertThat(ended.at("/parameters/epochs").asInt()).isEqualTo(20);
        assertThat(admin.get("/jobs/" + id).text("status")).isEqualTo("cancelled");
    }

    @Test
    void a_repeated_start_makes_one_job() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var wish = wish(Map.of("max_steps", 1));

        var first = admin.post("/train", wish, key).expect(200).text("job_id");
        var second = admin.post("/train", wish, key).expect(200).text("job_id");
        admin.post("/cancel/" + first, "").expect(200);
        jobs.awaitEnd(first, Duration.ofMinutes(2));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void nobody_gets_in_without_a_token_and_nobody_sees_the_jobs_of_others() {
        var id = UUID.randomUUID().toString();
        var nobody = product.anonymous();
        assertThat(nobody.post("/train", wish(Map.of())).status()).isEqualTo(401);
        assertThat(nobody.post("/api/training", wish(Map.of())).status()).isEqualTo(401);
        assertThat(nobody.get("/jobs").status()).isEqualTo(401);
        assertThat(nobody.get("/jobs/" + id).status()).isEqualTo(401);
        assertThat(nobody.post("/cancel/" + id, "").status()).isEqualTo(401);

        var job = admin.post("/train", wish(Map.of("max_steps", 1))).expect(200).text("job_id");
        var other = product.person("neighbour");

        assertThat(ids(other)).isEmpty();
        assertThat(other.get("/jobs/" + job).status()).isEqualTo(404);
        assertThat(other.post("/cancel/" + job, "").status()).isEqualTo(404);
        assertThat(other.post("/train", wish(Map.of())).status()).isEqualTo(404);
        for (var path : List.of("/ws/" + job, "/ws/" + job + "?ticket=" + LiveConnection.ticket(other), "/ws/x")) {
            try (var refused = LiveConnection.at(product, path)) {
                Waiting.until(Duration.ofSeconds(5), refused::closed, code -> code == REFUSED);
                assertThat(refused.heard()).isEmpty();
            }
        }
        admin.post("/cancel/" + job, "");
        jobs.awaitEnd(job, Duration.ofMinutes(2));
    }

    @Test
    void a_wrong_wish_is_refused_as_a_problem() {
        var unknown = admin.post("/train", wish(Map.of("learning_rat", 1)));
        var wrong = admin.post("/train", wish(Map.of("num_epochs", -1)));
        var nothing = admin.post("/train", Map.of("config", Map.of()));

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("learning_rat");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(nothing.status()).isEqualTo(400);
    }

    private Map<String, Object> wish(Map<String, Object> settings) {
        var config = new java.util.HashMap<>(settings);
        config.put("model", jobs.starterModel().path("name").asText());
        config.put("max_length", 128);
        config.put("eval_split", 0);
        return Map.of("dataset", jobs.triage(), "config", config);
    }

    private List<JsonNode> followed(String id) {
        var path = "/ws/" + id + "?ticket=" + LiveConnection.ticket(admin);
        try (var live = LiveConnection.at(product, path)) {
            Waiting.until(Duration.ofMinutes(2), live::closed, code -> code != 0);
            return live.heard().stream().map(LiveConnection.Heard::message).toList();
        }
    }

    private static List<String> ids(Client client) {
        var listed = client.get("/jobs").expect(200).json().path("jobs");
        return StreamSupport.stream(listed.spliterator(), false)
                .map(job -> job.path("job_id").asText())
                .toList();
    }
}
