package io.whetstone.notification.entity;

import io.whetstone.kernel.StorableText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a person is told of: it is unread, then read, then deleted. */
@Entity
@Table(name = "notifications")
public class Notification {
    private static final int LONGEST = 500;

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(nullable = false, updatable = false, length = 32)
    private NotificationKind kind;

    @Column(name = "workspace_id", updatable = false)
    private @Nullable UUID workspaceId;

    @Column(nullable = false, updatable = false, length = LONGEST)
    private String title;

    @Column(nullable = false, updatable = false, length = LONGEST)
    private String excerpt;

    @Column(nullable = false, updatable = false, length = 300)
    private String link;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "read_at")
    private @Nullable Instant readAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Notification() {}

    public Notification(UUID userId, Content content, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.kind = content.kind();
        this.workspaceId = content.workspaceId();
        this.title = shortened(content.title());
        this.excerpt = shortened(content.excerpt());
        this.link = content.link();
        this.createdAt = createdAt;
    }

    /**
     * What there is to tell.
     *
     * @param workspaceId where it happened
     * @param link the page of the application that shows it
     */
    public record Content(
            NotificationKind kind, @Nullable UUID workspaceId, String title, String excerpt, String link) {}

    /** Reading it again changes nothing. */
    public void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? StorableText.of(text) : StorableText.of(text, LONGEST - 1) + "…";
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public NotificationKind kind() {
        return kind;
    }

    public @Nullable UUID workspaceId() {
        return workspaceId;
    }

    public String title() {
        return title;
    }

    public String excerpt() {
        return excerpt;
    }

    public String link() {
        return link;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant readAt() {
        return readAt;
    }
}
