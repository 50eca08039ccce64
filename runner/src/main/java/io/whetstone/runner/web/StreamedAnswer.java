package io.whetstone.runner.web;

import io.whetstone.runner.engine.Generation;
import io.whetstone.runner.engine.GenerationEvent;
import org.jspecify.annotations.Nullable;

/** An answer told piece by piece. */
final class StreamedAnswer extends Answer {
    private final Exchange exchange;
    private final boolean counted;
    private @Nullable EventStream begun;

    StreamedAnswer(Exchange exchange, AnswerFormat format, boolean counted) {
        super(format);
        this.exchange = exchange;
        this.counted = counted;
    }

    @Override
    void begin() {
        events().flush();
    }

    @Override
    void add(Generation generation, GenerationEvent.Text part) {
        var events = events();
        account(events, generation);
        events.data(format().chunk(part));
        events.flush();
    }

    @Override
    void signOfLife(Generation generation) {
        var events = events();
        account(events, generation);
        events.signOfLife();
        events.flush();
    }

    @Override
    void finish(Generation generation, GenerationEvent.Finished finished) {
        var events = events();
        account(events, generation);
        events.data(format().closing(finished.reason()));
        format().accounting(finished.usage()).ifPresent(events::data);
        events.done();
    }

    @Override
    void fail(ApiException failure) {
        var events = events();
        events.data(failure.body());
        events.done();
    }

    private void account(EventStream events, Generation generation) {
        if (counted) {
            events.usage(generation.usage());
        }
    }

    private EventStream events() {
        if (begun == null) {
            begun = new EventStream(exchange);
            format().opening().ifPresent(begun::data);
        }
        return begun;
    }
}
