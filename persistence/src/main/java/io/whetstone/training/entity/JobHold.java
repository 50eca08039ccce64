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
    private @Nullable String node;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    @Column
    private @Nullable Long pid;

    @Column(name = "pid_started_at")
    private @Nullable Long pidStartedAt;

    @Column(name = "event_offset", nullable = false)
    private long eventOffset;

    @Column(name = "event_seq", nullable = false)
    private long eventSeq;

    @Column(name = "log_offset", nullable = false)
    private long logOffset;

    @Column(name = "last_progress_at")
    private @Nullable Instant lastProgressAt;

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

    void renew(String holder, Instant until) {
        this.node = holder;
        this.leaseUntil = until;
    }

    void started(long processId, long processStartedAt, Instant now) {
        this.pid = processId;
        this.pidStartedAt = processStartedAt;
        this.lastProgressAt = now;
    }

    /** Takes note of an event by its number; false when this or a later one was taken before. */
    boolean accept(long seq, Instant now) {
        if (seq <= eventSeq) {
            return false;
        }
        this.eventSeq = seq;
        this.lastProgressAt = now;
        return true;
    }

    void readUpTo(long events, long log) {
        this.eventOffset = events;
        this.logOffset = log;
    }

    /** The job has its outcome: nobody needs to hold it. */
    void end() {
        this.leaseUntil = null;
    }

    void reset() {
        this.node = null;
        this.leaseUntil = null;
        this.pid = null;
        this.pidStartedAt = null;
    }
}
