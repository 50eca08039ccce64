package io.whetstone.secondfactor.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's authenticator app. It counts once a code has confirmed it, and takes the code of each time step once. */
@Entity
@Table(name = "second_factors")
public class SecondFactor {
    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "sealed_secret", nullable = false)
    private String sealedSecret;

    @Column(name = "last_step", nullable = false)
    private long lastStep;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected SecondFactor() {}

    public SecondFactor(UUID userId, String sealedSecret, Instant createdAt) {
        this.userId = userId;
        this.sealedSecret = sealedSecret;
        this.createdAt = createdAt;
    }

    /** Starts anew with another secret, which has to be confirmed again. */
    public void replace(String nextSealedSecret, Instant now) {
        this.sealedSecret = nextSealedSecret;
        this.lastStep = 0;
        this.createdAt = now;
        this.confirmedAt = null;
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public void confirm(Instant now) {
        if (confirmedAt == null) {
            this.confirmedAt = now;
        }
    }

    /** Takes the code of a time step; false when one of this step or a later one was taken before. */
    public boolean use(long step) {
        if (step <= lastStep) {
            return false;
        }
        this.lastStep = step;
        return true;
    }

    public String sealedSecret() {
        return sealedSecret;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }
}
