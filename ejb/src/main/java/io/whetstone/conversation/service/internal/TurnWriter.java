package io.whetstone.conversation.service.internal;

import io.whetstone.conversation.entity.Conversation;
import io.whetstone.conversation.entity.Message;
import io.whetstone.conversation.entity.Message.Order;
import io.whetstone.conversation.entity.MessageRepository;
import io.whetstone.conversation.entity.MessageRole;
import io.whetstone.conversation.service.AnswerDesk;
import io.whetstone.conversation.service.BeginTurn;
import io.whetstone.conversation.service.Turn;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a turn into its place in the tree: what is said, where it belongs, and the answer that is to come. */
@ApplicationScoped
public class TurnWriter {
    @Inject
    MessageRepository messages;

    @Inject
    MessagePages pages;

    @Inject
    Node node;

    @Inject
    Clock clock;

    /** Whose words are written, and when. */
    private record Pen(Conversation conversation, UUID person, Instant now) {}

    public Turn write(Conversation conversation, BeginTurn command, UUID person) {
        var pen = new Pen(conversation, person, clock.instant());
        var question = question(pen, command);
        var answer = conversation.answer(question, person, pen.now());
        var order = new Order(command.modelId(), command.modelName(), command.requestKey(), fingerprint(command));
        answer.begin(order, node.id(), pen.now().plus(AnswerDesk.LEASE));
        messages.add(answer);
        var prompt = Prompt.of(branch(question));
        return new Turn(conversation.id(), question.id(), pages.view(answer), prompt, false);
    }

    private static @Nullable String fingerprint(BeginTurn command) {
        return command.requestKey() == null ? null : command.fingerprint();
    }

    /** The message below which the answer will stand, said now or before. */
    private Message question(Pen pen, BeginTurn command) {
        var replaced = command.replaces() == null ? null : find(pen, command.replaces(), "/replaces");
        if (replaced != null && replaced.role() == MessageRole.ASSISTANT) {
            if (command.text() != null) {
                throw ProblemException.invalid("/messages", "must have no question where an answer is given anew");
            }
            return instructed(pen, command, find(pen, parentOf(replaced), "/replaces"));
        }
        var text = command.text();
        if (text == null) {
            throw ProblemException.invalid("/messages", "must end with a message of the user");
        }
        if (replaced != null && replaced.role() != MessageRole.USER) {
            throw ProblemException.invalid("/replaces", "must be a question or an answer");
        }
        var before = replaced == null ? last(pen, command) : parent(pen, replaced);
        var said = pen.conversation().say(told(pen, command, before), text, pen.person(), pen.now());
        messages.add(said);
        return said;
    }

    private @Nullable Message last(Pen pen, BeginTurn command) {
        var before = command.parentId() == null
                ? messages.newest(pen.conversation().id()).orElse(null)
                : find(pen, command.parentId(), "/parentId");
        if (before != null && before.role() == MessageRole.USER) {
            throw ProblemException.invalid("/parentId", "must be an answer");
        }
        if (before != null && before.isPending()) {
            throw new ProblemException(ProblemType.CONFLICT, "The answer before is still being made");
        }
        return before;
    }

    private Message instructed(Pen pen, BeginTurn command, Message question) {
        var told = told(pen, command, question);
        return told == null ? question : told;
    }

    /** A new system prompt below this message, where another one is in force. */
    private @Nullable Message told(Pen pen, BeginTurn command, @Nullable Message before) {
        var wanted = command.system() == null ? null : command.system().strip();
        if (wanted == null || wanted.equals(Prompt.system(branch(before)))) {
            return before;
        }
        var system = pen.conversation().instruct(before, wanted, pen.person(), pen.now());
        messages.add(system);
        return system;
    }

    private List<Message> branch(@Nullable Message leaf) {
        return leaf == null ? List.of() : messages.branch(leaf.conversationId(), leaf.id());
    }

    private @Nullable Message parent(Pen pen, Message message) {
        return message.parentId() == null ? null : find(pen, message.parentId(), "/replaces");
    }

    private static UUID parentOf(Message answer) {
        return Objects.requireNonNull(answer.parentId());
    }

    private Message find(Pen pen, UUID id, String pointer) {
        return messages.find(pen.conversation().id(), id)
                .orElseThrow(() -> ProblemException.invalid(pointer, "is no message of this conversation"));
    }
}
