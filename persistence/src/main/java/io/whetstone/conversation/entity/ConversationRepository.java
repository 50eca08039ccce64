package io.whetstone.conversation.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations, as the caller may see them. */
@Dependent
public class ConversationRepository {
    /**
     * Read message by message of the person's own conversations, found by index: 70 to 100 ms for 10,000 of them. A
     * trigram index would not be used: row-level security lets no test that could tell of a row (like is one) go before
     * its own.
     */
    private static final String SAYS = " and (lower(c.title) like :text escape '!'"
            + " or exists (select m.id from Message m where m.conversationId = c.id and m.role <> :system"
            + " and lower(m.content) like :text escape '!'))";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** Whose conversations, and which of them. An empty text finds all. */
    public record Wanted(UUID workspaceId, UUID createdBy, String text, boolean archived) {}

    public void add(Conversation conversation) {
        entities.persist(conversation);
        entities.flush();
    }

    /** With it go its messages and what was said about it. */
    public void remove(Conversation conversation) {
        entities.remove(conversation);
        entities.flush();
    }

    public void flush() {
        entities.flush();
    }

    public Optional<Conversation> find(UUID workspaceId, UUID id) {
        return entities.createQuery(
                        "select c from Conversation c where c.workspaceId = :workspace and c.id = :id",
                        Conversation.class)
                .setParameter("workspace", workspaceId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The same, for a change: waits for other changes of this conversation, and is as they left it. */
    public Optional<Conversation> lock(UUID workspaceId, UUID id) {
        return find(workspaceId, id).map(conversation -> {
            entities.refresh(conversation, LockModeType.PESSIMISTIC_WRITE);
            return conversation;
        });
    }

    /** Those last spoken in first, by words of the title or of a message; {@code limit + 1} rows tell of more. */
    public List<Conversation> newest(Wanted wanted, @Nullable Cursor after, int limit) {
        var text = "select c from Conversation c where c.workspaceId = :workspace and c.createdBy = :person"
                + " and c.archivedAt is " + (wanted.archived() ? "not null" : "null")
                + (wanted.text().isEmpty() ? "" : SAYS)
                + (after == null ? "" : " and (c.updatedAt < :at or (c.updatedAt = :at and c.id < :after))")
                + " order by c.updatedAt desc, c.id desc";
        var query = entities.createQuery(text, Conversation.class)
                .setParameter("workspace", wanted.workspaceId())
                .setParameter("person", wanted.createdBy())
                .setMaxResults(limit + 1);
        if (!wanted.text().isEmpty()) {
            query.setParameter("text", "%" + literal(wanted.text()) + "%").setParameter("system", MessageRole.SYSTEM);
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("after", after.id());
        }
        return query.getResultList();
    }

    private static String literal(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    }
}
