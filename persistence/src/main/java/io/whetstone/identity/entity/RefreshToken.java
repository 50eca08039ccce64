package io.whetstone.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of a session. It is used once and replaced by the next of its family; a second use means that it was
 * stolen, and ends the family. Only a hash of its secret is stored.
 */
@Entity
@Table(name = "refresh_tokens")
@NamedQuery(
        name = RefreshToken.REVOKE_FAMILY,
        query = "update RefreshToken t set t.revokedAt = :now where t.familyId = :family and t.revokedAt is null")
@NamedQuery(
        name = RefreshToken.REVOKE_USER,
        query = "update RefreshToken t set t.revokedAt = :now where t.userId = :user and t.revokedAt is null")
@NamedQuery(
        name = RefreshToken.COUNT_LIVE,
        query = "select count(t) from RefreshToken t where t.userId = :user and t.revokedAt is null"
                + " and t.expiresAt > :now")
@NamedQuery(
        name = RefreshToken.COUNT_REVOKED,
        query = "select count(t) from RefreshToken t where t.userId = :user and t.revokedAt >= :since")
public class RefreshToken {
    static final String COUNT_LIVE = "RefreshToken.countLive";
    static final String COUNT_REVOKED = "RefreshToken.countRevoked";
    static final String REVOKE_FAMILY = "RefreshToken.revokeFamily";
    static final String REVOKE_USER = "RefreshToken.revokeUser";

    /** Two tabs may present the same token at the same moment; that is no theft. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(name = "family_id", nullable = false, updatable = false)
    private UUID familyId;

    @Column(name = "secret_hash", nullable = false, updatable = false)
    private byte[] secretHash;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected RefreshToken() {}

    public RefreshToken(UUID userId, UUID familyId, byte[] secretHash, Instant createdAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.familyId = familyId;
        this.secretHash = secretHash.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** Whether it still opens a session: neither revoked nor expired. */
    public boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
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

    public UUID familyId() {
        return familyId;
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
