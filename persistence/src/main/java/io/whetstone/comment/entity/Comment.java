package io.whetstone.comment.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.access.entity.Shareable;
import io.whetstone.kernel.JsonbConverter;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about an object: the begin of a thread, or a reply in one. Its author may change it. Taken back,
 * it is gone; only when others have replied does an empty one hold the thread together.
 */
@Entity
@Table(name = "comments")
public class Comment {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(name = "resource_type", nullable = false, updatable = false, length = 32)
    private Shareable resourceType;

    @Column(name = "resource_id", nullable = false, updatable = false)
    private UUID resourceId;

    @Column(name = "parent_id", updatable = false)
    private @Nullable UUID parentId;

    @Column(name = "author_id", nullable = false, updatable = false)
    private UUID authorId;

    @Column(nullable = false, length = 10_000)
    private String text;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false)
    private JsonNode mentions;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "edited_at")
    private @Nullable Instant editedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Comment() {}

    private Comment(Target target, @Nullable UUID parentId, UUID authorId, Instant now) {
        this.id = UUID.randomUUID();
        this.workspaceId = target.workspaceId();
        this.resourceType = target.type();
        this.resourceId = target.id();
        this.parentId = parentId;
        this.authorId = authorId;
        this.text = "";
        this.mentions = JsonNodeFactory.instance.arrayNode();
        this.createdAt = now;
    }

    /** What is talked about, and the workspace that it belongs to. */
    public record Target(UUID workspaceId, Shareable type, UUID id) {}

    /** The first of a new thread. */
    public static Comment on(Target target, UUID authorId, Instant now) {
        return new Comment(target, null, authorId, now);
    }

    /** A reply in the thread that this one began; what was taken back cannot be answered. */
    public Comment reply(UUID author, Instant now) {
        if (parentId != null) {
            throw ProblemException.invalid("/parentId", "is a reply itself; answer the comment that began the thread");
        }
        requireThere();
        return new Comment(target(), id, author, now);
    }

    /** Sets the text and whom it names. */
    public void say(String words, Collection<UUID> named) {
        requireThere();
        this.text = words;
        var ids = JsonNodeFactory.instance.arrayNode();
        named.forEach(person -> ids.add(person.toString()));
        this.mentions = ids;
    }

    public void edited(Instant now) {
        this.editedAt = now;
    }

    /** Takes the words back and leaves the place. */
    public void empty(Instant now) {
        say("", Set.of());
        this.deletedAt = now;
    }

    public boolean isEmptied() {
        return deletedAt != null;
    }

    private void requireThere() {
        if (deletedAt != null) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This comment was deleted");
        }
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public Target target() {
        return new Target(workspaceId, resourceType, resourceId);
    }

    public @Nullable UUID parentId() {
        return parentId;
    }

    public UUID authorId() {
        return authorId;
    }

    public String text() {
        return text;
    }

    public Set<UUID> mentions() {
        var ids = new LinkedHashSet<UUID>();
        mentions.forEach(person -> ids.add(UUID.fromString(person.asText())));
        return ids;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant editedAt() {
        return editedAt;
    }
}
