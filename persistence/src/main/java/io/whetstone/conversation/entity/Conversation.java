package io.whetstone.conversation.entity;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.StorableText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages between a person and models, as a tree.
 *
 * <p>It belongs to whoever began it, and to those with whom it is shared. Until somebody names it, its title is what
 * was said first. An archived one is kept out of the list and not gone on with until it is restored.
 */
@Entity
@Table(name = "conversations")
public class Conversation {
    static final int MOST_MESSAGES = 2000;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(nullable = false, length = 200)
    private String title;

    @Column(name = "message_count", nullable = false)
    private int messageCount;

    @Column(name = "archived_at")
    private @Nullable Instant archivedAt;

    @Column(name = "created_by", nullable = false, updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Conversation() {}

    /** One without messages; an empty title waits for the first words. */
    public Conversation(UUID workspaceId, String title, UUID createdBy, Instant now) {
        this.id = UUID.randomUUID();
        this.workspaceId = workspaceId;
        this.title = StorableText.of(title);
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Adds a system prompt below a message, or as the first one. */
    public Message instruct(@Nullable Message parent, String content, UUID by, Instant now) {
        return new Message(this, parent, MessageRole.SYSTEM, content, by, next(now));
    }

    /** Adds what a person says; the first words become the title where there is none. */
    public Message say(@Nullable Message parent, String content, UUID by, Instant now) {
        if (title.isEmpty()) {
            title = Title.of(content);
        }
        return new Message(this, parent, MessageRole.USER, content, by, next(now));
    }

    /** Adds the answer that a model is going to give to a message. */
    public Message answer(Message asked, UUID by, Instant now) {
        return new Message(this, asked, MessageRole.ASSISTANT, "", by, next(now));
    }

    /** A place in the order of messages. */
    record Place(int number, Instant at) {}

    private Place next(Instant now) {
        if (archivedAt != null) {
            throw new ProblemException(ProblemType.CONFLICT, "The conversation is archived; restore it first");
        }
        if (messageCount >= MOST_MESSAGES) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "A conversation holds %d messages; begin another".formatted(MOST_MESSAGES));
        }
        messageCount++;
        updatedAt = now;
        return new Place(messageCount, now);
    }

    public void rename(String newTitle) {
        this.title = StorableText.of(newTitle);
    }

    public void archive(Instant now) {
        if (archivedAt == null) {
            this.archivedAt = now;
        }
    }

    public void restore() {
        this.archivedAt = null;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String title() {
        return title;
    }

    public int messageCount() {
        return messageCount;
    }

    public @Nullable Instant archivedAt() {
        return archivedAt;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
