package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.whetstone.runner.engine.Usage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A JSON answer as the one event of a stream, whose comments say what was used so far. */
final class CountedDocument implements WholeDocument {
    private final HttpExchange exchange;
    private @Nullable EventStream begun;

    CountedDocument(HttpExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void working(Usage soFar) throws IOException {
        var events = events();
        events.usage(soFar);
        events.flush();
    }

    @Override
    public void send(JsonNode document, Usage used) throws IOException {
        var events = events();
        events.usage(used);
        events.data(document);
        events.done();
    }

    @Override
    public void fail(ApiException failure) throws IOException {
        if (begun == null) {
            Exchanges.send(exchange, failure.status(), failure.body());
        } else {
            throw new IOException(failure.getMessage());
        }
    }

    private EventStream events() throws IOException {
        if (begun == null) {
            begun = new EventStream(exchange);
        }
        return begun;
    }

    @Override
    public void close() throws IOException {
        if (begun != null) {
            begun.close();
        }
        exchange.close();
    }
}
