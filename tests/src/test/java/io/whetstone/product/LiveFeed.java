package io.whetstone.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A live connection of one person, as a browser opens it. */
final class LiveFeed implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private LiveFeed(Client client) {
        var ticket = client.post("/api/realtime/tickets", "").expect(200).text("ticket");
        var address = client.url().replaceFirst("^http", "ws") + "/live?ticket=" + ticket;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
    }

    static LiveFeed of(Client client) {
        return new LiveFeed(client);
    }

    /** Follows a topic and waits for the first answer about it. */
    JsonNode subscribe(String topic, String workspaceId) {
        socket.sendText(write(Map.of("type", "subscribe", "topic", topic, "workspaceId", workspaceId)), true)
                .join();
        return next();
    }

    /** The next message. */
    JsonNode next() {
        try {
            var message = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing came within " + PATIENCE);
            }
            return message;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static String write(Object message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                received.add(read(text.toString()));
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, part, last);
        }

        private static JsonNode read(String message) {
            try {
                return JSON.readTree(message);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError("Not JSON: " + message, notJson);
            }
        }
    }
}
