package io.whetstone.secondfactor.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stands in for the authenticator app once. Only a hash of it is stored. */
@Entity
@Table(name = "recovery_codes")
@NamedQuery(
        name = RecoveryCode.UNUSED,
        query = "select c from RecoveryCode c where c.userId = :user and c.usedAt is null order by c.id")
@NamedQuery(name = RecoveryCode.REMOVE, query = "delete from RecoveryCode c where c.userId = :user")
public class RecoveryCode {
    static final String UNUSED = "RecoveryCode.unused";
    static final String REMOVE = "RecoveryCode.remove";

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(name = "code_hash", nullable = false, updatable = false)
    private byte[] codeHash;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected RecoveryCode() {}

    public RecoveryCode(UUID userId, byte[] codeHash) {
        this.id = UUID.randomUUID();
        this.userId = userId;
        this.codeHash = codeHash.clone();
    }

    public boolean matches(byte[] hash) {
        return MessageDigest.isEqual(codeHash, hash);
    }

    public void use(Instant now) {
        this.usedAt = now;
    }
}
