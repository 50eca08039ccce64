package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.runner.engine.Usage;
import java.nio.charset.StandardCharsets;

/** Server-sent events as OpenAI sends them: only data, and {@code [DONE]} at the end. */
final class EventStream {
    private static final byte[] DATA = ascii("data: ");
    private static final byte[] END = ascii("\n\n");
    private static final byte[] COMMENT = ascii(": waiting\n\n");
    private static final byte[] DONE = ascii("data: [DONE]\n\n");

    private final BodyStream out;

    EventStream(Exchange exchange) {
        exchange.set("Cache-Control", "no-cache");
        out = exchange.stream("text/event-stream; charset=utf-8");
    }

    void data(JsonNode node) {
        out.write(DATA);
        out.write(Json.bytes(node));
        out.write(END);
    }

    /** A comment, which every reader of such streams skips. */
    void signOfLife() {
        out.write(COMMENT);
    }

    /** The same with the tokens of the prompt and of the answer so far. */
    void usage(Usage soFar) {
        out.write(ascii(": usage " + soFar.prompt() + ' ' + soFar.completion() + '\n'));
    }

    void flush() {
        out.flush();
    }

    void done() {
        out.write(DONE);
        out.close();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
