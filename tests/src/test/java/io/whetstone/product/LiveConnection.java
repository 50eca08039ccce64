package io.whetstone.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A live connection that keeps all it hears, with the time at which it came. */
final class LiveConnection implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Something that came in. */
    record Heard(JsonNode message, Instant at) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private volatile int closed;
    private final WebSocket socket;

    private LiveConnection(Product product, String path) {
        var address = URI.create(product.url().replaceFirst("http", "ws") + path);
        socket = product.anonymous()
                .http()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    /** Connects as this person. */
    static LiveConnection open(Product product, Client person) {
        return at(product, "/live?ticket=" + ticket(person));
    }

    static LiveConnection at(Product product, String path) {
        return new LiveConnection(product, path);
    }

    static String ticket(Client person) {
        return person.post("/api/realtime/tickets", "").expect(200).text("ticket");
    }

    LiveConnection subscribe(String topic, @Nullable String workspaceId, @Nullable Long after) {
        var message = new HashMap<String, Object>(Map.of("type", "subscribe", "topic", topic));
        if (workspaceId != null) {
            message.put("workspaceId", workspaceId);
        }
        if (after != null) {
            message.put("after", after);
        }
        send(message);
        return this;
    }

    void send(Map<String, Object> message) {
        try {
            socket.sendText(JSON.writeValueAsString(message), true).join();
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    List<JsonNode> messages(String type) {
        return heard.stream()
                .map(Heard::message)
                .filter(message -> message.path("type").asText().equals(type))
                .toList();
    }

    /** Waits for the first message of this type. */
    JsonNode await(String type) {
        return Waiting.until(Duration.ofSeconds(10), () -> messages(type), found -> !found.isEmpty())
                .get(0);
    }

    /** The close code, or 0 while it is open. */
    int closed() {
        return closed;
    }

    /** Cuts the connection without a goodbye. */
    void cut() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                heard.add(new Heard(JSON.readTree(part.toString()), Instant.now()));
            } catch (JsonProcessingException notJson) {
                throw new IllegalStateException(notJson);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed = closed == 0 ? 1006 : closed;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
