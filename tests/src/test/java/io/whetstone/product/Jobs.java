package io.whetstone.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a person does between an empty product and a tuned model, as calls. */
final class Jobs {
    private static final Set<String> FINAL = Set.of("completed", "failed", "cancelled");

    private final Product product;
    private final Client client;

    Jobs(Product product) {
        this.product = product;
        this.client = product.admin();
    }

    /** The starter model, waited for if it is still on its way. */
    JsonNode starterModel() {
        return Waiting.until(
                        Duration.ofMinutes(4),
                        () -> client.get("/api/models?kind=base")
                                .expect(200)
                                .json()
                                .path("items"),
                        items -> items.path(0).path("status").asText().equals("ready"))
                .path(0);
    }

    /** Adds the support tickets, if they are not there, and answers the id of the training rows. */
    String triage() {
        var known = dataset("Support triage");
        if (known.isEmpty()) {
            client.post("/api/datasets/examples/support-triage", "").expect(201);
        }
        return Waiting.until(
                        Duration.ofMinutes(1),
                        () -> dataset("Support triage"),
                        found -> found.stream()
                                .anyMatch(dataset ->
                                        dataset.path("status").asText().equals("ready")))
                .get(0)
                .path("id")
                .asText();
    }

    String start(Map<String, ?> parameters) {
        return start(triage(), parameters);
    }

    String start(String datasetId, Map<String, ?> parameters) {
        var order =
                Map.of("modelId", starterModel().path("id").asText(), "datasetId", datasetId, "parameters", parameters);
        return client.post("/api/training/jobs", order).expect(201).text("id");
    }

    JsonNode job(String id) {
        return product.admin().get("/api/training/jobs/" + id).expect(200).json();
    }

    JsonNode awaitStep(String id, int step, Duration limit) {
        return Waiting.until(limit, () -> job(id), job -> job.path("step").asInt() >= step || isOver(job));
    }

    JsonNode awaitEnd(String id, Duration limit) {
        return Waiting.until(limit, () -> job(id), Jobs::isOver);
    }

    /** The steps whose metrics are stored, in the order of the answer. */
    List<Integer> steps(String id) {
        var metrics = product.admin()
                .get("/api/training/jobs/" + id + "/metrics?limit=200")
                .expect(200);
        return StreamSupport.stream(metrics.json().path("items").spliterator(), false)
                .map(metric -> metric.path("step").asInt())
                .toList();
    }

    /** The process that trains this job. */
    ProcessHandle trainer(String id) {
        try {
            var line =
                    Files.readString(product.home().resolve("jobs").resolve(id).resolve("trainer.pid"));
            return ProcessHandle.of(Long.parseLong(line.strip().split(" ", 2)[0]))
                    .orElseThrow();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static boolean isOver(JsonNode job) {
        return FINAL.contains(job.path("status").asText());
    }

    private List<JsonNode> dataset(String name) {
        var items = client.get("/api/datasets").expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(dataset -> dataset.path("name").asText().equals(name))
                .toList();
    }
}
