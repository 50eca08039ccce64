package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.runner.engine.Generation;
import io.whetstone.runner.engine.GenerationEvent;
import io.whetstone.runner.engine.TokenScore;
import java.util.ArrayList;
import java.util.List;

/** An answer that is told as one JSON document at its end, and can be refused until something was sent. */
abstract sealed class DocumentAnswer extends Answer permits WholeAnswer, CountedAnswer {
    final Exchange exchange;

    private final StringBuilder text = new StringBuilder();
    private final List<TokenScore> scores = new ArrayList<>();

    DocumentAnswer(Exchange exchange, AnswerFormat format) {
        super(format);
        this.exchange = exchange;
    }

    /** Whether something of the answer was sent. */
    abstract boolean begun();

    final JsonNode document(GenerationEvent.Finished finished) {
        return format().whole(text.toString(), scores, finished.reason(), finished.usage());
    }

    @Override
    final void begin() {
        // A failure before the first word still has a status of its own.
    }

    @Override
    void add(Generation generation, GenerationEvent.Text part) {
        text.append(part.text());
        scores.addAll(part.scores());
    }

    /** Sends the refusal with its status or, too late for that, breaks the answer off. */
    @Override
    final void fail(ApiException failure) {
        if (begun()) {
            exchange.abort();
        } else {
            exchange.send(failure.status(), failure.body());
        }
    }
}
