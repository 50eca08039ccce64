package io.whetstone.signing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key pair of access tokens. Its private half is sealed; it signs until it retires and verifies for a while longer. */
@Entity
@Table(name = "signing_keys")
@NamedQuery(
        name = SigningKey.ACCEPTED,
        query = "select k from SigningKey k where k.acceptedUntil is null or k.acceptedUntil > :now"
                + " order by k.createdAt desc, k.id")
public class SigningKey {
    static final String ACCEPTED = "SigningKey.accepted";

    @Id
    @Column(length = 64)
    private String id;

    @Column(name = "sealed_private_key", updatable = false)
    private @Nullable String sealedPrivateKey;

    @Column(name = "public_key", nullable = false, updatable = false)
    private byte[] publicKey;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @Column(name = "accepted_until")
    private @Nullable Instant acceptedUntil;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected SigningKey() {}

    public SigningKey(String id, String sealedPrivateKey, byte[] publicKey, Instant createdAt) {
        this.id = id;
        this.sealedPrivateKey = sealedPrivateKey;
        this.publicKey = publicKey.clone();
        this.createdAt = createdAt;
    }

    /** Whether it is the one that signs. */
    public boolean signs() {
        return retiredAt == null && sealedPrivateKey != null;
    }

    /** Whether it has yet to be told how long it verifies. */
    public boolean hasNoEnd() {
        return acceptedUntil == null;
    }

    /** Signs nothing more, and verifies until the last token that it signed has expired. */
    public void retire(Instant now, Instant lastTokenEnds) {
        this.retiredAt = now;
        this.acceptedUntil = lastTokenEnds;
    }

    public String id() {
        return id;
    }

    public @Nullable String sealedPrivateKey() {
        return sealedPrivateKey;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }
}
