package io.whetstone.conversation.service;

import io.whetstone.conversation.entity.Message;
import io.whetstone.conversation.entity.MessageRepository;
import io.whetstone.conversation.service.internal.ConversationNews;
import io.whetstone.kernel.service.Node;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Writes down what becomes of answers, as the system: whoever asked may have left, or lost the access, before the model
 * has ended.
 */
@Stateless
@PermitAll
@SystemScoped
public class AnswerDesk {
    private static final Logger LOGGER = System.getLogger(AnswerDesk.class.getName());

    /** How long an answer is taken for alive after its node was heard of. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** An answer that takes longer than this is lost, whoever holds it. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int SOME = 100;
    private static final String SILENT = "The server stopped in the middle of the answer";

    @Inject
    MessageRepository messages;

    @Inject
    ConversationNews news;

    @Inject
    Node node;

    @Inject
    Clock clock;

    /** Keeps what has come so far; an answer that has ended, or is gone, stays as it is. */
    public void grow(UUID answerId, String soFar) {
        messages.grow(answerId, soFar);
    }

    public void end(UUID answerId, AnswerEnd end) {
        messages.lockPending(answerId).ifPresent(answer -> end(answer, end));
    }

    private void end(Message answer, AnswerEnd end) {
        var now = clock.instant();
        var reason = end.reason();
        switch (end.outcome()) {
            case COMPLETE -> answer.complete(end.content(), reason, now);
            case CANCELLED -> answer.cancel(end.content(), now);
            case FAILED -> answer.fail(end.content(), reason == null ? "" : reason, now);
        }
        answer.count(end.promptTokens(), end.completionTokens());
        news.changed(answer);
        LOGGER.log(Level.DEBUG, "conversation.answer id={0} state={1}", answer.id(), answer.state());
    }

    /** Tells that this node lives, and gives up the answers of those that are silent. */
    public void beat() {
        var now = clock.instant();
        messages.renew(node.id(), now.plus(LEASE), now.minus(LONGEST));
        for (var answer : messages.abandoned(now, SOME)) {
            answer.fail(answer.content(), SILENT, now);
            news.changed(answer);
            LOGGER.log(Level.WARNING, "conversation.answer_given_up id={0}", answer.id());
        }
    }
}
