package io.whetstone.conversation.service;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.conversation.entity.ConversationRepository;
import io.whetstone.conversation.service.internal.ConversationNews;
import io.whetstone.conversation.service.internal.EarlierAnswers;
import io.whetstone.conversation.service.internal.TurnWriter;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Opens turns of conversations. What the person says and a pending answer are stored before a model is asked, so that
 * nothing that was said is lost and no part of an answer looks whole.
 */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class TurnService {
    @Inject
    ConversationRepository conversations;

    @Inject
    EarlierAnswers earlier;

    @Inject
    TurnWriter writer;

    @Inject
    ConversationNews news;

    @Inject
    AccessPolicy access;

    /** One at a time: turns of a conversation that begin at once wait for each other. */
    public Turn begin(UUID workspaceId, BeginTurn command) {
        var id = command.conversationId();
        var home = access.require(Permission.CONVERSATION_WRITE, workspaceId, Shareable.CONVERSATION, id);

        var person = access.requireSelf();
        var conversation =
                conversations.lock(home, id).orElseThrow(() -> ProblemException.notFound("conversation", id));
        return earlier.to(command, person).orElseGet(() -> {
            var turn = writer.write(conversation, command, person);
            conversations.flush();
            news.changed(conversation);
            if (!conversation.createdBy().equals(person)) {
                news.audited("conversation.continued", conversation);
            }
            return turn;
        });
    }
}
