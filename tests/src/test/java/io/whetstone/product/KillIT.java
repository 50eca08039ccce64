package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left when things are killed. */
class KillIT {
    static final Map<String, Object> LONG = Map.of("epochs", 20, "saveSteps", 2, "evalFraction", 0, "batchSize", 1);

    @Test
    void a_killed_trainer_leaves_a_failed_job_that_resumes() {
        var jobs = new Jobs(Product.shared());
        var id = jobs.start(LONG);
        jobs.awaitStep(id, 4, Duration.ofMinutes(3));

        jobs.trainer(id).destroyForcibly();
        var job = jobs.awaitEnd(id, Duration.ofMinutes(1));

        assertThat(job.path("status").asText()).isEqualTo("failed");
        assertThat(job.at("/error/message").asText()).isNotEmpty();
        assertThat(job.path("resumable").asBoolean()).isTrue();

        var resumed = Product.shared()
                .admin()
                .post("/api/training/jobs/" + id + "/resume", "")
                .expect(201);
        var next = jobs.awaitStep(resumed.text("id"), 5, Duration.ofMinutes(3));
        assertThat(next.path("resumedFromJobId").asText()).isEqualTo(id);
        assertThat(jobs.steps(resumed.text("id")).get(0)).isGreaterThan(2);
        cancel(Product.shared(), resumed.text("id"));
    }

    @Test
    void a_job_goes_on_while_the_server_is_dead_and_is_adopted() {
        var shared = Product.shared();
        new Jobs(shared).starterModel();
        var starter = shared.home().resolve("cache/SmolLM2-135M-Instruct.gguf").toString();
        try (var product = Product.at(Homes.make("kill"), Map.of("WHETSTONE_STARTER_MODEL", starter))) {
            product.start();
            var jobs = new Jobs(product);
            var id = jobs.start(LONG);
            var before =
                    jobs.awaitStep(id, 3, Duration.ofMinutes(3)).path("step").asInt();
            var trainer = jobs.trainer(id);

            product.kill();
            Waiting.pause(Duration.ofSeconds(5));
            assertThat(trainer.isAlive()).isTrue();
            product.start();
            var after = new Jobs(product).awaitStep(id, before + 3, Duration.ofMinutes(2));

            assertThat(after.path("status").asText()).isEqualTo("running");
            assertThat(trainer.isAlive()).isTrue();
            var steps = jobs.steps(id);
            assertThat(steps)
                    .isEqualTo(IntStream.rangeClosed(1, steps.size()).boxed().toList());
            cancel(product, id);
        }
    }

    @Test
    void a_killed_database_is_missed_at_once_and_comes_back_without_a_restart() throws Exception {
        var product = SecondProduct.shared();
        var person = product.person("steadfast");
        var known = new Datasets(person).of("rows.jsonl", "{\"prompt\":\"a\",\"completion\":\"b\"}");
        var pid = product.databasePid();

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        Waiting.until(Duration.ofSeconds(10), () -> ready(product), status -> status == 503);
        Waiting.until(Duration.ofMinutes(1), () -> ready(product), status -> status == 200);
        assertThat(product.isRunning()).isTrue();
        assertThat(product.databasePid()).isNotEqualTo(pid);
        assertThat(person.get("/api/datasets/" + known.path("id").asText())
                        .expect(200)
                        .json()
                        .path("exampleCount"))
                .isEqualTo(known.path("exampleCount"));
        Waiting.until(Duration.ofSeconds(30), () -> hearsOfDatasets(product, person), heard -> heard);
    }

    /** One try: the server sends those away who came before it heard of lost access again, and browsers come back. */
    private static boolean hearsOfDatasets(Product product, Client person) {
        try (var live = LiveConnection.open(product, person)) {
            live.subscribe("datasets", null, null);
            new Datasets(person).of("more.jsonl", "{\"prompt\":\"c\",\"completion\":\"d\"}");
            return Waiting.until(
                    Duration.ofSeconds(10),
                    () -> !live.messages("event").isEmpty(),
                    heard -> heard || live.closed() != 0);
        }
    }

    private static int ready(Product product) {
        return product.anonymous().get("/health/ready").status();
    }

    private static void cancel(Product product, String id) {
        product.admin().post("/api/training/jobs/" + id + "/cancel", "").expect(200);
        var job = new Jobs(product).awaitEnd(id, Duration.ofMinutes(1));
        assertThat(job.path("status").asText()).isEqualTo("cancelled");
    }
}
