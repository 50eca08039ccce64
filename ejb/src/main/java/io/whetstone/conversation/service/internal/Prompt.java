package io.whetstone.conversation.service.internal;

import io.whetstone.conversation.entity.Message;
import io.whetstone.conversation.entity.MessageRole;
import io.whetstone.conversation.service.Turn.Said;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model is told of a branch: the newest system prompt first, then questions and answers by turns. Answers of
 * which nothing came are left out, and what one side said in a row is one message, as many chat templates ask for it.
 */
final class Prompt {
    private Prompt() {}

    static List<Said> of(List<Message> branch) {
        var prompt = new ArrayList<Said>();
        var system = system(branch);
        if (!system.isEmpty()) {
            prompt.add(new Said(MessageRole.SYSTEM, system));
        }
        for (var message : branch) {
            if (message.role() != MessageRole.SYSTEM && !message.content().isBlank()) {
                add(prompt, new Said(message.role(), message.content()));
            }
        }
        return List.copyOf(prompt);
    }

    /** The system prompt in force at the end of a branch; empty when there is none. */
    static String system(List<Message> branch) {
        return branch.stream()
                .filter(message -> message.role() == MessageRole.SYSTEM)
                .reduce((former, latter) -> latter)
                .map(Message::content)
                .orElse("");
    }

    private static void add(List<Said> prompt, Said next) {
        var last = prompt.isEmpty() ? null : prompt.get(prompt.size() - 1);
        if (last != null && last.role() == next.role()) {
            prompt.set(prompt.size() - 1, new Said(next.role(), last.content() + "\n\n" + next.content()));
        } else {
            prompt.add(next);
        }
    }
}
