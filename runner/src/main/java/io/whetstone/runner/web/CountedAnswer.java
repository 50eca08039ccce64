package io.whetstone.runner.web;

import io.whetstone.runner.engine.Generation;
import io.whetstone.runner.engine.GenerationEvent;
import org.jspecify.annotations.Nullable;

/** An answer as one JSON document, the only event of a stream whose comments say what was used so far. */
final class CountedAnswer extends Answer {
    private final Exchange exchange;
    private final WholeText text = new WholeText();
    private @Nullable EventStream begun;

    CountedAnswer(Exchange exchange, AnswerFormat format) {
        super(format);
        this.exchange = exchange;
    }

    @Override
    void begin() {
        // A failure before the first word still has a status of its own.
    }

    @Override
    void add(Generation generation, GenerationEvent.Text part) {
        text.add(part);
        signOfLife(generation);
    }

    @Override
    void signOfLife(Generation generation) {
        var events = events();
        events.usage(generation.usage());
        events.flush();
    }

    @Override
    void finish(Generation generation, GenerationEvent.Finished finished) {
        var events = events();
        events.usage(finished.usage());
        events.data(text.document(format(), finished));
        events.done();
    }

    /** Sends the refusal with its status or, too late for that, breaks the answer off. */
    @Override
    void fail(ApiException failure) {
        if (begun == null) {
            exchange.send(failure.status(), failure.body());
        } else {
            exchange.abort();
        }
    }

    private EventStream events() {
        if (begun == null) {
            begun = new EventStream(exchange);
        }
        return begun;
    }
}
