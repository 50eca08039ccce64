package io.whetstone.runner.web;

import io.whetstone.runner.engine.Generation;
import io.whetstone.runner.engine.GenerationEvent;
import org.jspecify.annotations.Nullable;

/**
 * An answer given as one JSON document.
 *
 * <p>A quick one is sent with its length, like any other. A slow one begins with the status and spaces, which JSON
 * allows in front of a value.
 */
final class WholeAnswer extends Answer {
    private static final byte[] SPACE = {' '};

    private final Exchange exchange;
    private final WholeText text = new WholeText();
    private @Nullable BodyStream begun;

    WholeAnswer(Exchange exchange, AnswerFormat format) {
        super(format);
        this.exchange = exchange;
    }

    @Override
    void begin() {
        // Nothing is known yet.
    }

    @Override
    void add(Generation generation, GenerationEvent.Text part) {
        text.add(part);
    }

    @Override
    void signOfLife(Generation generation) {
        if (begun == null) {
            begun = exchange.stream("application/json");
        }
        begun.write(SPACE);
        begun.flush();
    }

    @Override
    void finish(Generation generation, GenerationEvent.Finished finished) {
        var document = text.document(format(), finished);
        if (begun == null) {
            exchange.send(200, document);
        } else {
            begun.write(Json.bytes(document));
            begun.close();
        }
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
}
