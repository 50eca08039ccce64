package io.whetstone.runner.web;

import io.netty.util.concurrent.ScheduledFuture;
import io.whetstone.runner.engine.Generation;
import io.whetstone.runner.engine.GenerationEvent;
import io.whetstone.runner.engine.GenerationListener;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries an answer from the engine to its caller. Belongs to the connection's thread.
 *
 * <p>A caller who goes away cancels the generation. In silence something harmless is written, so that whoever stands
 * between the caller and us sees that the answer is still being made.
 *
 * <p>A caller that counts sends the header {@value #COUNTED}: comments tell it after each step what was used so far, in
 * a whole answer as well, which then comes as the only event of a stream.
 */
abstract sealed class Answer implements GenerationListener permits StreamedAnswer, DocumentAnswer {
    private static final System.Logger LOGGER = System.getLogger(Answer.class.getName());
    private static final long SILENCE_MILLIS = 500;
    private static final String COUNTED = "X-Usage-Comments";

    private final AnswerFormat format;
    private @Nullable ScheduledFuture<?> watch;
    private boolean silent = true;
    private boolean over;

    Answer(AnswerFormat format) {
        this.format = format;
    }

    static Answer of(Exchange exchange, AnswerFormat format, boolean stream) {
        boolean counted = exchange.headers().contains(COUNTED);
        if (stream) {
            return new StreamedAnswer(exchange, format, counted);
        }
        return counted ? new CountedAnswer(exchange, format) : new WholeAnswer(exchange, format);
    }

    /** Begins to watch over the answer, wherever it is by now. */
    final void follow(Exchange exchange, Generation generation) {
        exchange.whenLeft(() -> {
            generation.cancel();
            end();
        });
        exchange.thread().execute(() -> {
            if (!over) {
                begin();
                watch = exchange.thread()
                        .scheduleAtFixedRate(
                                () -> look(generation), SILENCE_MILLIS, SILENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        });
    }

    @Override
    public final void hear(Generation generation, GenerationEvent event) {
        if (over) {
            return;
        }
        silent = false;
        if (event instanceof GenerationEvent.Text part) {
            add(generation, part);
            return;
        }
        end();
        if (event instanceof GenerationEvent.Finished finished) {
            log(finished);
            finish(generation, finished);
        } else if (event instanceof GenerationEvent.Failed failed) {
            fail(ApiException.internal(failed.message()));
        }
    }

    /** Sends what can be sent before the first word. */
    abstract void begin();

    abstract void add(Generation generation, GenerationEvent.Text part);

    abstract void signOfLife(Generation generation);

    abstract void finish(Generation generation, GenerationEvent.Finished finished);

    abstract void fail(ApiException failure);

    final AnswerFormat format() {
        return format;
    }

    private void look(Generation generation) {
        if (silent) {
            signOfLife(generation);
        }
        silent = true;
    }

    private void end() {
        over = true;
        if (watch != null) {
            watch.cancel(false);
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
