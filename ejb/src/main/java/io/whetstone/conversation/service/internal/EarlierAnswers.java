package io.whetstone.conversation.service.internal;

import io.whetstone.conversation.entity.Message;
import io.whetstone.conversation.entity.MessageRepository;
import io.whetstone.conversation.service.BeginTurn;
import io.whetstone.conversation.service.Turn;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds the answer to a request that has come before, so that repeating it says nothing twice. */
@ApplicationScoped
public class EarlierAnswers {
    @Inject
    MessageRepository messages;

    @Inject
    MessagePages pages;

    public Optional<Turn> to(BeginTurn command, UUID person) {
        var key = command.requestKey();
        return key == null
                ? Optional.empty()
                : messages.answerTo(command.conversationId(), person, key).map(answer -> made(answer, command));
    }

    private Turn made(Message answer, BeginTurn command) {
        if (!answer.making().isFor(command.fingerprint())) {
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE, "This Idempotency-Key was used for a different request");
        }
        if (answer.isPending()) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "The first request with this Idempotency-Key has not been answered");
        }
        var question = Objects.requireNonNull(answer.parentId());
        return new Turn(answer.conversationId(), question, pages.view(answer), List.of(), true);
    }
}
