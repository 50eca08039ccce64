package io.whetstone.identity.entity;

import io.whetstone.kernel.StorableText;
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
 * What a person opened by signing in, on one device. It lives as long as its refresh tokens are renewed, and ends when
 * it is revoked: by signing out, by the person from another device, by an administrator, or by a stolen token.
 */
@Entity
@Table(name = "sessions")
@NamedQuery(
        name = Session.REVOKE_USER,
        query = "update Session s set s.revokedAt = :now where s.userId = :user and s.revokedAt is null")
@NamedQuery(
        name = Session.REVOKE_OTHERS,
        query = "update Session s set s.revokedAt = :now"
                + " where s.userId = :user and s.id <> :kept and s.revokedAt is null")
@NamedQuery(
        name = Session.LIVE_OF_USER,
        query = "select s from Session s where s.userId = :user and s.revokedAt is null and s.expiresAt > :now"
                + " order by s.lastUsedAt desc, s.id")
public class Session {
    static final String REVOKE_USER = "Session.revokeUser";
    static final String REVOKE_OTHERS = "Session.revokeOthers";
    static final String LIVE_OF_USER = "Session.liveOfUser";

    private static final int LONGEST_AGENT = 300;

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(nullable = false, updatable = false, length = 16)
    private SignInMethod method;

    @Column(name = "user_agent", nullable = false, updatable = false, length = 300)
    private String userAgent;

    @Column(nullable = false, updatable = false, length = 64)
    private String address;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "last_used_at", nullable = false)
    private Instant lastUsedAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "ends_at", nullable = false)
    private Instant endsAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Session() {}

    /**
     * @param life how long it lives without being used
     * @param endsAt when it ends however often it is used
     */
    public Session(
            UUID userId,
            SignInMethod method,
            String userAgent,
            String address,
            Instant createdAt,
            Duration life,
            Instant endsAt) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.method = method;
        this.userAgent = StorableText.of(userAgent, LONGEST_AGENT);
        this.address = address;
        this.createdAt = createdAt;
        this.lastUsedAt = createdAt;
        this.endsAt = endsAt;
        this.expiresAt = earlier(createdAt.plus(life), endsAt);
    }

    /** Whether it still opens anything: neither revoked nor expired. */
    public boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /**
     * Keeps it alive.
     *
     * @param idleTime how long it lives from now on without being used
     * @param life how long it lives in all: a shorter one than at its start counts, a longer one does not
     */
    public void use(Instant now, Duration idleTime, Duration life) {
        this.lastUsedAt = now;
        this.endsAt = earlier(endsAt, createdAt.plus(life));
        this.expiresAt = earlier(now.plus(idleTime), endsAt);
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            this.revokedAt = now;
        }
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

    public String userAgent() {
        return userAgent;
    }

    public String address() {
        return address;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
