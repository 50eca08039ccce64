package io.whetstone.identity.entity;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that one person may open once, in time. Only a hash of its secret is stored. A newer link of the same kind
 * closes the older ones.
 */
@Entity
@Table(name = "account_links")
@NamedQuery(
        name = AccountLink.CLOSE,
        query = "update AccountLink l set l.usedAt = :now"
                + " where l.userId = :user and l.kind = :kind and l.usedAt is null")
@NamedQuery(
        name = AccountLink.COUNT_SINCE,
        query = "select count(l) from AccountLink l"
                + " where l.userId = :user and l.kind = :kind and l.createdAt > :since")
public class AccountLink {
    static final String CLOSE = "AccountLink.close";
    static final String COUNT_SINCE = "AccountLink.countSince";

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(nullable = false, updatable = false, length = 16)
    private LinkKind kind;

    @Column(nullable = false, updatable = false, length = 254)
    private String email;

    @Column(name = "secret_hash", nullable = false, updatable = false)
    private byte[] secretHash;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected AccountLink() {}

    /**
     * A new link.
     *
     * @param email the address that the link is sent to and proves
     */
    public AccountLink(
            UUID userId, LinkKind kind, String email, byte[] secretHash, Instant createdAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.kind = kind;
        this.email = email;
        this.secretHash = secretHash.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** Whether it may still be opened. */
    public boolean isOpen(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    public void use(Instant now) {
        if (!isOpen(now)) {
            throw new ProblemException(ProblemType.GONE, "This link was used or has expired");
        }
        this.usedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public LinkKind kind() {
        return kind;
    }

    public String email() {
        return email;
    }

    public byte[] secretHash() {
        return secretHash.clone();
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
