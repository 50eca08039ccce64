package io.whetstone.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Talks to one model over {@code /v1}, always at temperature 0. */
final class Chat {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String DATA = "data: ";

    /** The tokens of the starter model that end an answer. */
    private static final Map<String, Integer> NEVER_ENDING = Map.of("0", -100, "2", -100);

    private final Client client;
    private final String model;

    Chat(Client client, String model) {
        this.client = client;
        this.model = model;
    }

    /** The text of a whole answer. */
    String answer(String question, int tokens) {
        return content(ask(question, Map.of("max_tokens", tokens)).expect(200));
    }

    Answer ask(String question, Map<String, Object> settings) {
        return client.post("/v1/chat/completions", body(question, settings));
    }

    static String content(Answer answer) {
        return answer.json().at("/choices/0/message/content").asText();
    }

    /** Asks for a whole answer of so many tokens and does not wait; cancelling it is what a client does that leaves. */
    CompletableFuture<HttpResponse<String>> begin(String question, int tokens) {
        var settings = Map.of("max_tokens", tokens, "logit_bias", NEVER_ENDING);
        return HTTP.sendAsync(request(body(question, settings)), BodyHandlers.ofString());
    }

    /** An answer that comes word by word; closing it is what a client does that leaves. */
    Stream stream(String question, int tokens) throws IOException, InterruptedException {
        var request = request(body(question, Map.of("max_tokens", tokens, "stream", true)));
        return new Stream(HTTP.send(request, BodyHandlers.ofInputStream()));
    }

    private HttpRequest request(Map<String, Object> body) {
        try {
            return client.request("/v1/chat/completions")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Map<String, Object> body(String question, Map<String, Object> settings) {
        var body = new HashMap<String, Object>(settings);
        body.put("model", model);
        body.put("temperature", 0);
        body.put("messages", List.of(Map.of("role", "user", "content", question)));
        return body;
    }

    /** The chunks of an answer as they come. */
    static final class Stream implements AutoCloseable {
        private final HttpResponse<InputStream> answer;
        private final BufferedReader lines;
        private boolean done;

        private Stream(HttpResponse<InputStream> answer) {
            this.answer = answer;
            this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        /** The length that the answer announced. */
        Optional<String> length() {
            return answer.headers().firstValue("Content-Length");
        }

        /** The next chunk; nothing after the last. */
        @Nullable
        JsonNode next() throws IOException {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(DATA + "[DONE]")) {
                    done = true;
                } else if (line.startsWith(DATA)) {
                    return parse(line.substring(DATA.length()));
                }
            }
            return null;
        }

        List<JsonNode> rest() throws IOException {
            var chunks = new ArrayList<JsonNode>();
            for (var chunk = next(); chunk != null; chunk = next()) {
                chunks.add(chunk);
            }
            return chunks;
        }

        boolean isDone() {
            return done;
        }

        @Override
        public void close() throws IOException {
            answer.body().close();
        }

        private static JsonNode parse(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError(text, notJson);
            }
        }
    }
}
