package io.whetstone.runner.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;

/** {@code POST /v1/chat/completions} and {@code POST /v1/completions}. */
final class Completions {
    private static final int LEGACY_MAX_TOKENS = 16;

    private final ServedModel model;
    private final Clock clock;

    Completions(ServedModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    void chat(HttpExchange exchange) throws IOException {
        var fields = new Fields(Exchanges.json(exchange));
        var request = ChatCompletionRequest.read(fields, model.vocabulary().vocabularySize());
        var generation = model.generate(
                request.answer(),
                model.prompt(request.messages()),
                "messages",
                request.alternatives().orElse(null));
        new Answering(exchange, generation, new ChatFormat(id(), now(), request)).send(request.answer().stream());
    }

    void text(HttpExchange exchange) throws IOException {
        var fields = new Fields(Exchanges.json(exchange));
        var request = CompletionRequest.read(fields, model.vocabulary());
        var generation = model.generate(
                request.answer().limitedTo(LEGACY_MAX_TOKENS),
                request.prompt(),
                "prompt",
                request.alternatives().orElse(null));
        new Answering(exchange, generation, new CompletionFormat(id(), now(), request)).send(request.answer().stream());
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
