package io.whetstone.storage.entity;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way in.
 *
 * <p>Its length is known from the start; {@code received} says how much of it is safe on the disk and only ever lags
 * behind the file. Each sign of life moves the end of its life. Once somebody has taken its content it is discarded.
 */
@Entity
@Table(name = "uploads")
public class Upload {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(name = "file_name", nullable = false, updatable = false, length = 255)
    private String fileName;

    @Column(nullable = false, updatable = false)
    private String metadata;

    @Column(nullable = false, updatable = false)
    private long length;

    @Column(nullable = false)
    private long received;

    @Column(nullable = false)
    private boolean discarded;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Upload() {}

    /** An upload of {@code length} bytes; {@code metadata} is kept as it was sent. */
    public Upload(
            UUID workspaceId, String fileName, String metadata, long length, Instant createdAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.workspaceId = workspaceId;
        this.fileName = fileName;
        this.metadata = metadata;
        this.length = length;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** So many bytes are safe now. May go back: a file that lost its tail in a crash is sent again from there. */
    public void advance(long safe, Instant expires) {
        if (safe < 0 || safe > length) {
            throw new IllegalArgumentException("%d of %d bytes".formatted(safe, length));
        }
        this.received = safe;
        this.expiresAt = expires;
    }

    public void requireAlive(Instant now) {
        if (discarded || !now.isBefore(expiresAt)) {
            throw new ProblemException(ProblemType.GONE, "Upload %s was used or has expired".formatted(id));
        }
    }

    public void requireComplete() {
        if (received < length) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "Upload %s has %d of %d bytes".formatted(id, received, length));
        }
    }

    public void discard() {
        this.discarded = true;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String fileName() {
        return fileName;
    }

    public String metadata() {
        return metadata;
    }

    public long length() {
        return length;
    }

    public long received() {
        return received;
    }

    public boolean discarded() {
        return discarded;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
