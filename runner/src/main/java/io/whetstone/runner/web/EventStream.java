package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.whetstone.runner.engine.Usage;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events as OpenAI sends them: only data, and {@code [DONE]} at the end. */
final class EventStream implements Closeable {
    private static final byte[] DATA = ascii("data: ");
    private static final byte[] END = ascii("\n\n");
    private static final byte[] COMMENT = ascii(": waiting\n\n");
    private static final byte[] DONE = ascii("data: [DONE]\n\n");

    private final OutputStream out;

    EventStream(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/event-stream; charset=utf-8");
        headers.set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        out = new BufferedOutputStream(exchange.getResponseBody());
    }

    void data(JsonNode node) throws IOException {
        out.write(DATA);
        out.write(Json.bytes(node));
        out.write(END);
    }

    /** A comment, which every reader of such streams skips. */
    void signOfLife() throws IOException {
        out.write(COMMENT);
    }

    /** The same with the tokens of the prompt and of the answer so far. */
    void usage(Usage soFar) throws IOException {
        out.write(ascii(": usage %d %d\n".formatted(soFar.prompt(), soFar.completion())));
    }

    void done() throws IOException {
        out.write(DONE);
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
