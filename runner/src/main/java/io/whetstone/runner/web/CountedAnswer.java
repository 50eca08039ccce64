package io.whetstone.runner.web;

import io.whetstone.runner.engine.Generation;
import io.whetstone.runner.engine.GenerationEvent;
import org.jspecify.annotations.Nullable;

/** A document that is the only event of a stream, whose comments say what was used so far. */
final class CountedAnswer extends DocumentAnswer {
    private @Nullable EventStream begun;

    CountedAnswer(Exchange exchange, AnswerFormat format) {
        super(exchange, format);
    }

    @Override
    boolean begun() {
        return begun != null;
    }

    @Override
    void add(Generation generation, GenerationEvent.Text part) {
        super.add(generation, part);
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
        events.data(document(finished));
        events.done();
    }

    private EventStream events() {
        if (begun == null) {
            begun = new EventStream(exchange);
        }
        return begun;
    }
}
