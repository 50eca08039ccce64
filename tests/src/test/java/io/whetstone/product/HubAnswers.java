package io.whetstone.product;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;

/** How the hub answers: errors in its form, files whole or from a byte on, with the faults of a repository. */
final class HubAnswers {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final int PIECES = 40;

    private HubAnswers() {}

    static void error(HttpExchange exchange, int status, String code, String message) throws IOException {
        exchange.getResponseHeaders().set("X-Error-Code", code);
        exchange.getResponseHeaders().set("X-Error-Message", message);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        bytes(exchange, status, "{\"error\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    static void content(HttpExchange exchange, HubRepository.HubFile file, HubRepository repository)
            throws IOException {
        var asked = exchange.getRequestHeaders().getFirst("Range");
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        if (asked == null) {
            exchange.sendResponseHeaders(200, file.content().length);
            send(exchange, file.content(), repository, file);
            return;
        }
        var range = RANGE.matcher(asked);
        var size = file.content().length;
        if (!range.matches() || Integer.parseInt(range.group(1)) >= size) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + size);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        var from = Integer.parseInt(range.group(1));
        exchange.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(from, size - 1, size));
        exchange.sendResponseHeaders(206, size - from);
        send(exchange, Arrays.copyOfRange(file.content(), from, size), repository, file);
    }

    private static void send(
            HttpExchange exchange, byte[] content, HubRepository repository, HubRepository.HubFile file)
            throws IOException {
        if (file.large() && repository.cutsNow()) {
            exchange.getResponseBody().write(content, 0, content.length / 2);
            exchange.getResponseBody().flush();
            // Time to arrive. The length was announced, so the connection breaks in the middle of the body.
            Waiting.pause(Duration.ofMillis(500));
            exchange.close();
            return;
        }
        var piece = content.length / PIECES + 1;
        for (var at = 0; at < content.length; at += piece) {
            exchange.getResponseBody().write(content, at, Math.min(piece, content.length - at));
            if (file.large() && repository.isSlow()) {
                exchange.getResponseBody().flush();
                Waiting.pause(Duration.ofMillis(100));
            }
        }
    }
}
