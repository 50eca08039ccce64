package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Saved beginnings of training jobs. */
class TrainingConfigurationsIT {
    static final String CONFIGS = "/api/training/configs";

    final Product product = Product.shared();
    final Client admin = product.admin();
    final Client bob = product.person("bob");
    final Jobs jobs = new Jobs(product);
    final String model = jobs.starterModel().path("id").asText();

    @Test
    void what_is_saved_has_every_parameter_and_can_be_changed_and_deleted() {
        var made = saved("Careful", Map.of("epochs", 2));
        var path = CONFIGS + "/" + made.text("id");

        assertThat(made.json().at("/parameters/epochs").asInt()).isEqualTo(2);
        assertThat(made.json().at("/parameters/batchSize").isNumber()).isTrue();
        assertThat(admin.get(CONFIGS + "?search=careful").body()).contains(made.text("id"));

        var changed =
                admin.put(path, body("Bold", Map.of("epochs", 3)), etag(path)).expect(200);
        assertThat(changed.text("name")).isEqualTo("Bold");
        assertThat(admin.put(path, body("x", Map.of()), "\"" + made.text("version") + "\"")
                        .status())
                .isEqualTo(412);
        var copy = admin.post(path + "/duplicate", "").expect(201);
        assertThat(copy.text("name")).isEqualTo("Copy of Bold");
        assertThat(copy.json().path("parameters")).isEqualTo(changed.json().path("parameters"));
        admin.delete(path, etag(path)).expect(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(admin.get("/api/activity").body()).contains("training_configuration.deleted");
    }

    @Test
    void what_could_not_be_started_is_refused_and_not_stored() {
        var before = admin.get(CONFIGS).body();

        assertThat(post(Map.of("parameters", Map.of("epochs", -1))).body()).contains("/parameters/epochs");
        assertThat(post(Map.of("parameters", Map.of("nonsense", 1))).status()).isEqualTo(400);
        assertThat(post(Map.of("modelId", UUID.randomUUID().toString())).status())
                .isEqualTo(404);
        assertThat(post(Map.of("datasetId", UUID.randomUUID().toString())).status())
                .isEqualTo(404);
        assertThat(post(Map.of("name", " ")).status()).isEqualTo(400);
        assertThat(admin.get(CONFIGS).body()).isEqualTo(before);
    }

    @Test
    void a_job_remembers_the_configuration_that_it_began_with() {
        var id = saved("Short", Map.of("maxSteps", 1)).text("id");
        var order = Map.of("modelId", model, "datasetId", jobs.triage(), "configurationId", id);
        var job = admin.post("/api/training/jobs", order).expect(201);
        admin.post("/api/training/jobs/" + job.text("id") + "/cancel", "").expect(200);

        assertThat(job.text("configurationId")).isEqualTo(id);
        var other = new HashMap<>(order);
        other.put("configurationId", model);
        assertThat(admin.post("/api/training/jobs", other).status()).isEqualTo(404);
    }

    @Test
    void a_share_lets_somebody_read_comment_or_change_it_and_never_delete_it() {
        var made = saved("Shared", Map.of());
        var path = CONFIGS + "/" + made.text("id");
        var address = bob.get("/api/me").text("email");
        assertThat(bob.get(path).status()).isEqualTo(404);

        var share = admin.post(
                        "/api/shares",
                        Map.of(
                                "resourceType",
                                "training_configuration",
                                "resourceId",
                                made.text("id"),
                                "email",
                                address,
                                "level",
                                "comment"))
                .expect(201);
        var etag = bob.get(path).expect(200).header("ETag");
        bob.post(
                        "/api/comments",
                        Map.of(
                                "resourceType",
                                "training_configuration",
                                "resourceId",
                                made.text("id"),
                                "text",
                                "Why so?"))
                .expect(201);
        assertThat(bob.put(path, body("Mine", Map.of()), etag).status()).isEqualTo(404);

        admin.patch("/api/shares/" + share.text("id"), Map.of("level", "edit"), "\"" + share.text("version") + "\"")
                .expect(200);
        bob.put(path, body("Ours", Map.of("epochs", 4)), etag).expect(200);
        assertThat(admin.get(path).text("name")).isEqualTo("Ours");
        assertThat(bob.delete(path, etag(path)).status()).isEqualTo(404);
        var copy = bob.post(path + "/duplicate", "").expect(201);
        assertThat(copy.text("workspaceId")).isNotEqualTo(made.text("workspaceId"));
        admin.delete("/api/shares/" + share.text("id")).expect(204);
        assertThat(bob.get(path).status()).isEqualTo(404);
    }

    private Answer saved(String name, Map<String, ?> parameters) {
        return admin.post(CONFIGS, body(name, parameters)).expect(201);
    }

    private Answer post(Map<String, ?> changes) {
        var body = new HashMap<>(body("Wrong", Map.of()));
        body.putAll(changes);
        return admin.post(CONFIGS, body);
    }

    private Map<String, Object> body(String name, Map<String, ?> parameters) {
        return Map.of("name", name, "modelId", model, "parameters", parameters);
    }

    private String etag(String path) {
        return admin.get(path).expect(200).header("ETag");
    }
}
