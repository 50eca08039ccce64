package io.whetstone.sso.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose account an issuer means by a subject. An issuer never gives a subject to another person, so the link is made
 * once and stays, whatever becomes of the person's mail address.
 */
@Entity
@Table(name = "external_identities")
@NamedQuery(
        name = ExternalIdentity.BY_SUBJECT,
        query = "select i from ExternalIdentity i where i.issuer = :issuer and i.subject = :subject")
public class ExternalIdentity {
    static final String BY_SUBJECT = "ExternalIdentity.bySubject";

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(name = "provider_id")
    private @Nullable UUID providerId;

    @Column(nullable = false, updatable = false, length = 500)
    private String issuer;

    @Column(nullable = false, updatable = false, length = 500)
    private String subject;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "last_sign_in_at", nullable = false)
    private Instant lastSignInAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ExternalIdentity() {}

    public ExternalIdentity(UUID userId, UUID providerId, String issuer, String subject, Instant now) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.providerId = providerId;
        this.issuer = issuer;
        this.subject = subject;
        this.createdAt = now;
        this.lastSignInAt = now;
    }

    /** The person came in by this provider again. */
    public void signedIn(UUID provider, Instant now) {
        this.providerId = provider;
        this.lastSignInAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public @Nullable UUID providerId() {
        return providerId;
    }

    public String issuer() {
        return issuer;
    }

    public String subject() {
        return subject;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastSignInAt() {
        return lastSignInAt;
    }
}
