package io.whetstone.conversation.service.internal;

import io.whetstone.conversation.entity.Message;
import io.whetstone.conversation.entity.MessageRepository;
import io.whetstone.conversation.service.MessageView;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows the messages of a conversation, with the names of those who said them. */
@ApplicationScoped
public class MessagePages {
    @Inject
    MessageRepository messages;

    @Inject
    Authors authors;

    /** All branches together; the cursor is the number of the last message given. */
    public Page<MessageView> tree(UUID conversationId, int after, int limit) {
        var found = messages.after(conversationId, after, limit + 1);
        var kept = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? Integer.toString(kept.get(limit - 1).number()) : null;
        return new Page<>(views(kept), next);
    }

    public Page<MessageView> branch(UUID conversationId, UUID leaf) {
        var branch = messages.branch(conversationId, leaf);
        if (branch.isEmpty()) {
            throw ProblemException.notFound("message", leaf);
        }
        return new Page<>(views(branch), null);
    }

    public MessageView view(Message message) {
        return views(List.of(message)).get(0);
    }

    private List<MessageView> views(List<Message> shown) {
        var names = authors.names(shown.stream().map(Message::createdBy).collect(Collectors.toSet()));
        return shown.stream()
                .map(message -> MessageView.of(message, names.getOrDefault(message.createdBy(), "")))
                .toList();
    }
}
