package io.whetstone.training.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which node looks after a job, the process it started, and how far that process's files were read. The offsets move
 * in the transaction that stores what was read, so no line is ever stored twice or lost.
 */
@Embeddable
public class JobHold {
    @Column(length = 64)
    @Nullable
    String node;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    @Column
    @Nullable
    Long pid;

    @Column(name = "pid_started_at")
    @Nullable
    Long pidStartedAt;

    @Column(name = "event_offset", nullable = false)
    long eventOffset;

    @Column(name = "event_seq", nullable = false)
    long eventSeq;

    @Column(name = "log_offset", nullable = false)
    long logOffset;

    @Column(name = "last_progress_at")
    @Nullable
    Instant lastProgressAt;

    public @Nullable String node() {
        return node;
    }

    public @Nullable Instant leaseUntil() {
        return leaseUntil;
    }

    public @Nullable Long pid() {
        return pid;
    }

    /** When the process began, in milliseconds since the epoch: a process id alone may be another's by now. */
    public @Nullable Long pidStartedAt() {
        return pidStartedAt;
    }

    public long eventOffset() {
        return eventOffset;
    }

    public long logOffset() {
        return logOffset;
    }

    public @Nullable Instant lastProgressAt() {
        return lastProgressAt;
    }

    void reset() {
        node = null;
        leaseUntil = null;
        pid = null;
        pidStartedAt = null;
    }
}
