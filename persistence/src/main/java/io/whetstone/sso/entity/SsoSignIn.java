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
 * A sign-in on its way to a provider and back. It is found by the hash of its state, belongs to one browser, and is
 * deleted by the first answer that names it: no answer counts twice.
 */
@Entity
@Table(name = "sso_sign_ins")
@NamedQuery(name = SsoSignIn.EXPIRED, query = "delete from SsoSignIn s where s.expiresAt <= :now")
@NamedQuery(name = SsoSignIn.COUNT, query = "select count(s) from SsoSignIn s")
@NamedQuery(name = SsoSignIn.COUNT_OF_ADDRESS, query = "select count(s) from SsoSignIn s where s.address = :address")
public class SsoSignIn {
    static final String EXPIRED = "SsoSignIn.expired";
    static final String COUNT = "SsoSignIn.count";
    static final String COUNT_OF_ADDRESS = "SsoSignIn.countOfAddress";

    /** What was sent along and must come back. */
    public record Sent(String nonce, String codeVerifier, String redirectUri) {}

    @Id
    @Column(length = 64)
    private String id;

    @Column(name = "provider_id", nullable = false, updatable = false)
    private UUID providerId;

    @Column(nullable = false, updatable = false, length = 64)
    private String browser;

    @Column(nullable = false, updatable = false, length = 64)
    private String nonce;

    @Column(name = "code_verifier", nullable = false, updatable = false, length = 128)
    private String codeVerifier;

    @Column(name = "redirect_uri", nullable = false, updatable = false, length = 1000)
    private String redirectUri;

    @Column(name = "return_to", nullable = false, updatable = false, length = 2000)
    private String returnTo;

    @Column(nullable = false, updatable = false, length = 64)
    private String address;

    @Column(name = "former_session_id")
    private @Nullable UUID formerSessionId;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected SsoSignIn() {}

    /** A new one: {@code stateHash} finds it, {@code browserHash} is whose answer counts. */
    public SsoSignIn(
            String stateHash,
            UUID providerId,
            String browserHash,
            Sent sent,
            String returnTo,
            String address,
            Instant expiresAt) {
        this.id = stateHash;
        this.providerId = providerId;
        this.browser = browserHash;
        this.nonce = sent.nonce();
        this.codeVerifier = sent.codeVerifier();
        this.redirectUri = sent.redirectUri();
        this.returnTo = returnTo;
        this.address = address;
        this.expiresAt = expiresAt;
    }

    /** Names the session that ends when this sign-in opens another. */
    public void replace(@Nullable UUID sessionId) {
        this.formerSessionId = sessionId;
    }

    public UUID providerId() {
        return providerId;
    }

    public String browser() {
        return browser;
    }

    public Sent sent() {
        return new Sent(nonce, codeVerifier, redirectUri);
    }

    public String returnTo() {
        return returnTo;
    }

    public @Nullable UUID formerSessionId() {
        return formerSessionId;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
