package io.whetstone.conversation.service.internal;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.ShareableKind;
import io.whetstone.conversation.entity.Conversation;
import io.whetstone.conversation.entity.ConversationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Lets conversations be shared. */
@ApplicationScoped
public class ShareableConversation implements ShareableKind {
    @Inject
    ConversationRepository conversations;

    @Override
    public Shareable type() {
        return Shareable.CONVERSATION;
    }

    @Override
    public Optional<String> nameOf(UUID workspaceId, UUID id) {
        return conversations.find(workspaceId, id).map(Conversation::title);
    }

    @Override
    public Optional<UUID> ownerOf(UUID workspaceId, UUID id) {
        return conversations.find(workspaceId, id).map(Conversation::createdBy);
    }
}
