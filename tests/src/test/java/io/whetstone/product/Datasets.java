package io.whetstone.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Makes datasets of one person and waits for them. */
final class Datasets {
    private final Client person;

    Datasets(Client person) {
        this.person = person;
    }

    /** A dataset of a text, read to its end, whichever that is. */
    JsonNode of(String fileName, String content) {
        return of(fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode of(String fileName, byte[] content) {
        return of(person.upload(fileName, content));
    }

    /** A dataset of an upload. */
    JsonNode of(String uploadId) {
        var made = person.post("/api/datasets", Map.of("name", "d " + UUID.randomUUID(), "uploadId", uploadId))
                .expect(201);
        return settled(made.text("id"));
    }

    JsonNode settled(String id) {
        return Waiting.until(
                Duration.ofSeconds(30),
                () -> person.get("/api/datasets/" + id).expect(200).json(),
                dataset -> !dataset.path("status").asText().equals("processing"));
    }

    static String etag(JsonNode dataset) {
        return "\"" + dataset.path("version").asLong() + "\"";
    }
}
