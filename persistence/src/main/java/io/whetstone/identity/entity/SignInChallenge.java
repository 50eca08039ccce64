package io.whetstone.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in whose first step was right and whose second is awaited. It takes a few codes, for a few minutes. */
@Entity
@Table(name = "sign_in_challenges")
public class SignInChallenge {
    static final int MOST_ATTEMPTS = 5;

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(nullable = false, updatable = false, length = 16)
    private SignInMethod method;

    @Column(name = "secret_hash", nullable = false, updatable = false)
    private byte[] secretHash;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected SignInChallenge() {}

    public SignInChallenge(UUID userId, SignInMethod method, byte[] secretHash, Instant createdAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.method = method;
        this.secretHash = secretHash.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** Counts one more code; false when the challenge takes none any more. */
    public boolean attempt(Instant now) {
        if (usedAt != null || !now.isBefore(expiresAt) || attempts >= MOST_ATTEMPTS) {
            return false;
        }
        attempts++;
        return true;
    }

    /** The code was right: nothing opens with this challenge again. */
    public void use(Instant now) {
        this.usedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public SignInMethod method() {
        return method;
    }

    public byte[] secretHash() {
        return secretHash.clone();
    }
}
