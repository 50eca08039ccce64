package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.whetstone.runner.engine.Usage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A JSON answer that takes its time.
 *
 * <p>A quick one is sent with its length, like any other. A slow one begins with the status and spaces,
 * which JSON allows in front of a value, so that a caller who went away is noticed.
 */
final class DelayedDocument implements WholeDocument {
    private static final long SILENCE = TimeUnit.MILLISECONDS.toNanos(500);

    private final HttpExchange exchange;
    private long lastSign = System.nanoTime();
    private @Nullable OutputStream begun;

    DelayedDocument(HttpExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void working(Usage soFar) throws IOException {
        if (System.nanoTime() - lastSign >= SILENCE) {
            signOfLife();
        }
    }

    private void signOfLife() throws IOException {
        lastSign = System.nanoTime();
        if (begun == null) {
            Exchanges.typeIsJson(exchange);
            exchange.sendResponseHeaders(200, 0);
            begun = exchange.getResponseBody();
        }
        begun.write(' ');
        begun.flush();
    }

    @Override
    public void send(JsonNode document, Usage used) throws IOException {
        if (begun == null) {
            Exchanges.send(exchange, 200, document);
        } else {
            begun.write(Json.bytes(document));
            begun.close();
        }
    }

    @Override
    public void fail(ApiException failure) throws IOException {
        if (begun == null) {
            Exchanges.send(exchange, failure.status(), failure.body());
        } else {
            throw new IOException(failure.getMessage());
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
