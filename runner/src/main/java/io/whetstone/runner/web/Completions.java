package io.whetstone.runner.web;

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

    void chat(Exchange exchange) {
        var fields = new Fields(exchange.json());
        var request = ChatCompletionRequest.read(fields, model.vocabulary().vocabularySize());
        var prompt = model.prompt(request.messages());
        var answer = Answer.of(exchange, new ChatFormat(id(), now(), request), request.answer().stream());
        answer.follow(
                exchange,
                model.generate(
                        request.answer(),
                        prompt,
                        "messages",
                        request.alternatives().orElse(null),
                        answer));
    }

    void text(Exchange exchange) {
        var fields = new Fields(exchange.json());
        var request = CompletionRequest.read(fields, model.vocabulary());
        var asked = request.answer().limitedTo(LEGACY_MAX_TOKENS);
        var answer = Answer.of(exchange, new CompletionFormat(id(), now(), request), asked.stream());
        answer.follow(
                exchange,
                model.generate(
                        asked,
                        request.prompt(),
                        "prompt",
                        request.alternatives().orElse(null),
                        answer));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
