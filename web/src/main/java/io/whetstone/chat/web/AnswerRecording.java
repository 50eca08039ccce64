package io.whetstone.chat.web;

import io.whetstone.conversation.service.AnswerDesk;
import io.whetstone.conversation.service.AnswerEnd;
import io.whetstone.conversation.service.AnswerEnd.Outcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes an answer down as it comes: a part now and then, and the whole with its outcome at the end. */
final class AnswerRecording implements Recording {
    private static final Logger LOGGER = System.getLogger(AnswerRecording.class.getName());

    /** What a server that is killed loses of an answer, at most. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AnswerDesk desk;
    private final UUID answerId;
    private final Clock clock;
    private final StringBuilder text = new StringBuilder();
    private Instant savedAt;
    private Outcome outcome = Outcome.CANCELLED;
    private @Nullable String reason;
    private @Nullable Integer promptTokens;
    private @Nullable Integer completionTokens;

    AnswerRecording(AnswerDesk desk, UUID answerId, Clock clock) {
        this.desk = desk;
        this.answerId = answerId;
        this.clock = clock;
        this.savedAt = clock.instant();
    }

    @Override
    public void text(String piece) {
        text.append(piece);
        if (clock.instant().isAfter(savedAt.plus(PAUSE))) {
            save(() -> desk.grow(answerId, text.toString()));
            savedAt = clock.instant();
        }
    }

    @Override
    public void tokens(int prompt, int completion) {
        promptTokens = prompt;
        completionTokens = completion;
    }

    @Override
    public void finished(@Nullable String why) {
        if (outcome == Outcome.CANCELLED) {
            outcome = Outcome.COMPLETE;
            reason = why;
        }
    }

    @Override
    public void failed(String why) {
        outcome = Outcome.FAILED;
        reason = why;
    }

    @Override
    public void close() {
        save(() -> desk.end(answerId, new AnswerEnd(outcome, text.toString(), reason, promptTokens, completionTokens)));
    }

    private void save(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException away) {
            // Whoever asked gets the answer all the same.
            LOGGER.log(Level.ERROR, "chat.answer_not_kept id=" + answerId, away);
        }
    }
}
