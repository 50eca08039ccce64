package io.whetstone.runner.web;

import io.whetstone.runner.engine.Generation;
import io.whetstone.runner.engine.GenerationEvent;
import org.jspecify.annotations.Nullable;

/** An answer told piece by piece. */
final class StreamedAnswer extends Answer {
    private final Exchange exchange;
    private @Nullable EventStream begun;

    StreamedAnswer(Exchange exchange, AnswerFormat format) {
        super(format);
        this.exchange = exchange;
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
        if (format().usageComments()) {
            var soFar = generation.usage();
            events.usage(soFar.prompt(), soFar.completion());
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
