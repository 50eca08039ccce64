package io.whetstone.runner.web;

import com.sun.net.httpserver.HttpExchange;
import io.whetstone.runner.engine.Generation;
import io.whetstone.runner.engine.GenerationEvent;
import io.whetstone.runner.engine.TokenScore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Carries an answer from the engine to its caller, streamed or whole.
 *
 * <p>The JDK's server does not say when a caller goes away; only a write that fails does. So in silence
 * something harmless is written: a comment in a stream, a space in front of a JSON document. The first
 * failure cancels the generation and frees its sequence.
 *
 * <p>A caller that counts sends the header {@value #COUNTED}: comments tell it after each step what was used so far, in
 * a whole answer as well, which then comes as the only event of a stream.
 */
final class Answering {
    private static final System.Logger LOGGER = System.getLogger(Answering.class.getName());
    private static final long SILENCE_MILLIS = 500;
    private static final String COUNTED = "X-Usage-Comments";

    private final HttpExchange exchange;
    private final Generation generation;
    private final AnswerFormat format;
    private final boolean counted;
    private final List<TokenScore> scores = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Answering(HttpExchange exchange, Generation generation, AnswerFormat format) {
        this.exchange = exchange;
        this.generation = generation;
        this.format = format;
        this.counted = exchange.getRequestHeaders().containsKey(COUNTED);
    }

    void send(boolean stream) throws IOException {
        try {
            if (stream) {
                stream();
            } else {
                whole();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            generation.cancel();
        }
    }

    private void stream() throws IOException, InterruptedException {
        try (var events = new EventStream(exchange)) {
            var opening = format.opening();
            if (opening.isPresent()) {
                events.data(opening.get());
            }
            while (!streamNext(events)) {
                events.flush();
            }
        }
    }

    /** Writes the next event, or a sign of life; true after the last. */
    private boolean streamNext(EventStream events) throws IOException, InterruptedException {
        var event = generation.next(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (counted) {
            events.usage(generation.usage());
        }
        if (event == null) {
            events.signOfLife();
            return false;
        }
        if (event instanceof GenerationEvent.Text part) {
            events.data(format.chunk(part));
            return false;
        }
        if (event instanceof GenerationEvent.Finished finished) {
            events.data(format.closing(finished.reason()));
            var accounting = format.accounting(finished.usage());
            if (accounting.isPresent()) {
                events.data(accounting.get());
            }
            log(finished);
        } else if (event instanceof GenerationEvent.Failed failed) {
            events.data(ApiException.internal(failed.message()).body());
        }
        events.done();
        return true;
    }

    private void whole() throws IOException, InterruptedException {
        try (var document = counted ? new CountedDocument(exchange) : new DelayedDocument(exchange)) {
            while (true) {
                var event = generation.next(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
                if (event == null) {
                    document.working(generation.usage());
                } else if (event instanceof GenerationEvent.Text part) {
                    text.append(part.text());
                    scores.addAll(part.scores());
                    document.working(generation.usage());
                } else if (event instanceof GenerationEvent.Finished finished) {
                    log(finished);
                    var used = finished.usage();
                    document.send(format.whole(text.toString(), scores, finished.reason(), used), used);
                    return;
                } else if (event instanceof GenerationEvent.Failed failed) {
                    document.fail(ApiException.internal(failed.message()));
                    return;
                }
            }
        }
    }

    private void log(GenerationEvent.Finished finished) {
        var usage = finished.usage();
        LOGGER.log(
                System.Logger.Level.INFO,
                () -> "completion.finished id=%s reason=%s prompt=%d cached=%d completion=%d"
                        .formatted(
                                format.id(),
                                AnswerFormat.word(finished.reason()),
                                usage.prompt(),
                                usage.cached(),
                                usage.completion()));
    }
}
