package io.whetstone.conversation.service.internal;

import io.whetstone.conversation.entity.Conversation;
import io.whetstone.conversation.entity.Message;
import io.whetstone.kernel.service.Audited;
import io.whetstone.realtime.service.RealtimePublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Tells the audit log, and those who have a conversation open. No title and no word of it leaves it this way. */
@ApplicationScoped
public class ConversationNews {
    private static final String TOPIC = "conversations/";

    @Inject
    Event<Audited> audit;

    @Inject
    RealtimePublisher realtime;

    public void audited(String action, Conversation conversation) {
        audit.fire(Audited.of(action, conversation.workspaceId(), "conversation", conversation.id()));
    }

    /** Whoever follows the topic reads again what they may see. */
    public void changed(Conversation conversation) {
        changed(conversation.workspaceId(), conversation.id());
    }

    public void changed(Message message) {
        changed(message.workspaceId(), message.conversationId());
    }

    private void changed(UUID workspaceId, UUID id) {
        realtime.publish(workspaceId, TOPIC + id, "changed", Map.of("id", id));
    }
}
