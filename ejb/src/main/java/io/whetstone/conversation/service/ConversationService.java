package io.whetstone.conversation.service;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.conversation.entity.Conversation;
import io.whetstone.conversation.entity.ConversationRepository;
import io.whetstone.conversation.entity.ConversationRepository.Wanted;
import io.whetstone.conversation.service.internal.ConversationNews;
import io.whetstone.conversation.service.internal.MessagePages;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What people and programs can do with conversations as a whole. One public method is one transaction. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class ConversationService {
    @Inject
    ConversationRepository conversations;

    @Inject
    MessagePages pages;

    @Inject
    ConversationNews news;

    @Inject
    AccessPolicy access;

    @Inject
    Clock clock;

    /** The caller's own, those last spoken in first. */
    public Page<ConversationView> list(
            UUID workspaceId, String search, boolean archived, @Nullable Cursor after, int limit) {
        access.require(Permission.CONVERSATION_READ, workspaceId);

        var wanted = new Wanted(workspaceId, access.requireSelf(), search.strip(), archived);
        var found = conversations.newest(wanted, after, limit);
        return Page.of(found, limit, it -> new Cursor(it.updatedAt(), it.id()), ConversationView::of);
    }

    public ConversationView create(UUID workspaceId, @Valid BeginConversation command) {
        access.require(Permission.CONVERSATION_WRITE, workspaceId);

        var title = command.title() == null ? "" : command.title().strip();
        var conversation = new Conversation(workspaceId, title, access.requireSelf(), clock.instant());
        conversations.add(conversation);
        news.audited("conversation.created", conversation);
        return ConversationView.of(conversation);
    }

    public ConversationView get(UUID workspaceId, UUID id) {
        var home = access.require(Permission.CONVERSATION_READ, workspaceId, Shareable.CONVERSATION, id);
        return ConversationView.of(conversations.find(home, id).orElseThrow(() -> notFound(id)));
    }

    /** All branches in the order in which they grew, after a number; or the branch that ends in one message. */
    public Page<MessageView> messages(UUID workspaceId, UUID id, @Nullable UUID leaf, int after, int limit) {
        var home = access.require(Permission.CONVERSATION_READ, workspaceId, Shareable.CONVERSATION, id);

        var conversation = conversations.find(home, id).orElseThrow(() -> notFound(id));
        return leaf == null ? pages.tree(conversation.id(), after, limit) : pages.branch(conversation.id(), leaf);
    }

    public ConversationView rename(UUID workspaceId, UUID id, long version, @Valid RenameConversation command) {
        var home = access.require(Permission.CONVERSATION_WRITE, workspaceId, Shareable.CONVERSATION, id);

        var title = command.title().strip();
        return change(locked(home, id, version), "conversation.renamed", conversation -> conversation.rename(title));
    }

    /** Out of the list, until it is restored. Only whose it is does that. */
    public ConversationView archive(UUID workspaceId, UUID id) {
        access.require(Permission.CONVERSATION_WRITE, workspaceId);

        var now = clock.instant();
        return change(own(workspaceId, id), "conversation.archived", conversation -> conversation.archive(now));
    }

    public ConversationView restore(UUID workspaceId, UUID id) {
        access.require(Permission.CONVERSATION_WRITE, workspaceId);
        return change(own(workspaceId, id), "conversation.restored", Conversation::restore);
    }

    /** With all its messages and what was said about it. Only whose it is does that. */
    public void delete(UUID workspaceId, UUID id) {
        access.require(Permission.CONVERSATION_WRITE, workspaceId);

        var conversation = own(workspaceId, id);
        news.audited("conversation.deleted", conversation);
        conversations.remove(conversation);
    }

    private ConversationView change(Conversation conversation, String action, Consumer<Conversation> change) {
        change.accept(conversation);
        conversations.flush();
        news.audited(action, conversation);
        news.changed(conversation);
        return ConversationView.of(conversation);
    }

    private Conversation own(UUID workspaceId, UUID id) {
        var person = access.requireSelf();
        return conversations
                .lock(workspaceId, id)
                .filter(conversation -> conversation.createdBy().equals(person))
                .orElseThrow(() -> notFound(id));
    }

    private Conversation locked(UUID workspaceId, UUID id, long version) {
        var conversation = conversations.lock(workspaceId, id).orElseThrow(() -> notFound(id));
        if (conversation.version() != version) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, "The conversation was changed by somebody else");
        }
        return conversation;
    }

    private static ProblemException notFound(UUID id) {
        return ProblemException.notFound("conversation", id);
    }
}
