package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;

/** Reads and writes bodies of exchanges. */
final class Exchanges {
    static final int LARGEST_BODY = 4 << 20;

    /** A refused body is read on for a while, as most clients look at the answer only after sending all. */
    private static final long DRAINED = 64L << 20;

    private Exchanges() {}

    static ObjectNode json(HttpExchange exchange) throws IOException {
        try (var in = exchange.getRequestBody()) {
            var body = in.readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                drain(in);
                throw ApiException.tooLarge(LARGEST_BODY);
            }
            return Json.parse(body);
        }
    }

    static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = Json.bytes(body);
        typeIsJson(exchange);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static void sendNothing(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    static void typeIsJson(HttpExchange exchange) {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
    }

    private static void drain(InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        long drained = 0;
        int read = 0;
        while (read >= 0 && drained < DRAINED) {
            drained += read;
            read = in.read(buffer);
        }
    }
}
