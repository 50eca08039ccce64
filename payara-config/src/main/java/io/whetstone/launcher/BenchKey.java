package io.whetstone.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** An API key of the measured server, made as a person makes one. */
final class BenchKey {
    private BenchKey() {}

    static String make(int port, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/user/api-keys".formatted(port)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"bench\"}"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new Refusal("The measured server made no key: " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body()).path("key").asText();
    }
}
