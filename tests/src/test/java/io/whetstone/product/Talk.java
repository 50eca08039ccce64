package io.whetstone.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** One conversation as one person has it, with one model at temperature 0. */
final class Talk {
    static final String CONVERSATIONS = "/api/conversations";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String DATA = "data: ";

    final Client client;
    final String model;
    final String id;

    private Talk(Client client, String model, String id) {
        this.client = client;
        this.model = model;
        this.id = id;
    }

    static Talk begin(Client client, String model) {
        var made = client.post(CONVERSATIONS, Map.of()).expect(201);
        return new Talk(client, model, made.text("id"));
    }

    /** The same conversation, as somebody else has it. */
    Talk as(Client other) {
        return new Talk(other, model, id);
    }

    String path() {
        return CONVERSATIONS + "/" + id;
    }

    /** Says something and waits for the end of the answer, of which this is the stream. */
    Answer say(String text, Map<String, ?> more) {
        return client.post("/api/chat", body(text, 24, more));
    }

    Answer say(String text, Map<String, ?> more, Map<String, String> headers) {
        return client.post("/api/chat", body(text, 24, more), headers);
    }

    /** Has an answer given anew. */
    Answer again(String answerId) {
        return client.post("/api/chat", body("", 24, Map.of("replaces", answerId)));
    }

    /** Reads so many events of a long answer, and leaves. */
    void sayAndLeave(String text, int events) throws IOException, InterruptedException {
        var request = client.request("/api/chat")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body(text, 2000, Map.of()))))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var read = 0;
            for (var line = lines.readLine(); line != null && read < events; line = lines.readLine()) {
                read += line.startsWith(DATA) ? 1 : 0;
            }
        }
    }

    /** Reads a long answer until somebody has had enough of it, and leaves. */
    void listen(String text, Predicate<String> enough) throws IOException, InterruptedException {
        var request = client.request("/api/chat")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body(text, 4000, Map.of()))))
                .build();
        var heard = new StringBuilder();
        var answer = HTTP.send(request, BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null && !enough.test(heard.toString()); line = lines.readLine()) {
                if (line.startsWith(DATA + "{")) {
                    heard.append(
                            parse(line.substring(DATA.length())).path("content").asText(""));
                }
            }
        }
    }

    /** The whole tree in its order. */
    List<JsonNode> messages() {
        return items(client.get(path() + "/messages").expect(200));
    }

    List<JsonNode> branch(String leaf) {
        return items(client.get(path() + "/messages?leaf=" + leaf).expect(200));
    }

    static List<JsonNode> items(Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }

    /** The events of a stream. */
    static List<JsonNode> events(Answer answer) {
        return answer.expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(DATA + "{"))
                .map(line -> parse(line.substring(DATA.length())))
                .toList();
    }

    /** The text that the events bring. */
    static String text(Answer answer) {
        return events(answer).stream()
                .map(event -> event.path("content").asText(""))
                .reduce("", String::concat);
    }

    /** The id of the answer that a stream brings. */
    static String answerId(Answer answer) {
        return events(answer).get(0).path("answerId").asText();
    }

    private Map<String, Object> body(String text, int tokens, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "conversationId",
                id,
                "modelId",
                model,
                "generationSettings",
                Map.of("temperature", 0, "maxOutputTokens", tokens),
                "messages",
                text.isEmpty() ? List.of() : List.of(Map.of("role", "user", "content", text))));
        body.putAll(more);
        return body;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(text, notJson);
        }
    }
}
