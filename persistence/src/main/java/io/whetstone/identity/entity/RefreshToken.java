package io.whetstone.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of a {@link Session}. It is used once and replaced by the next; a second use means that it was stolen, and
 * ends the session. Only a hash of its secret is stored.
 */
@Entity
@Table(name = "refresh_tokens")
public class RefreshToken {
    /** Two tabs may present the same token at the same moment; that is no theft. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(name = "session_id", nullable = false, updatable = false)
    private UUID sessionId;

    @Column(name = "secret_hash", nullable = false, updatable = false)
    private byte[] secretHash;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected RefreshToken() {}

    public RefreshToken(UUID userId, UUID sessionId, byte[] secretHash, Instant createdAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.sessionId = sessionId;
        this.secretHash = secretHash.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** Whether it may still renew its session. */
    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Whether a use now would be a second one that no concurrent tab explains. */
    public boolean isReplay(Instant now) {
        return usedAt != null && now.isAfter(usedAt.plus(GRACE));
    }

    public void use(Instant now) {
        if (usedAt == null) {
            usedAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public byte[] secretHash() {
        return secretHash.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
