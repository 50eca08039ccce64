package io.whetstone.runner.web;

import io.whetstone.runner.engine.Generation;
import io.whetstone.runner.engine.GenerationEvent;
import org.jspecify.annotations.Nullable;

/**
 * A document that is the whole body. A quick one is sent with its length, like any other. A slow one begins with the
 * status and spaces, which JSON allows in front of a value.
 */
final class WholeAnswer extends DocumentAnswer {
    private static final byte[] SPACE = {' '};

    private @Nullable BodyStream begun;

    WholeAnswer(Exchange exchange, AnswerFormat format) {
        super(exchange, format);
    }

    @Override
    boolean begun() {
        return begun != null;
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
        var document = document(finished);
        if (begun == null) {
            exchange.send(200, document);
        } else {
            begun.write(Json.bytes(document));
            begun.close();
        }
    }
}
