package io.whetstone.task.entity;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.JsonbConverter;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.StorableText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of slow work that must happen although the process that took it may die.
 *
 * <p>It waits until a worker claims it. The claim is a lease: the worker renews it while it lives, and when it runs
 * out another worker takes the task for one more attempt. A task that was asked to stop is still handed to a worker,
 * which tells the one concerned, so nobody is left waiting for it.
 */
@Entity
@Table(name = "tasks")
public class Task {
    public static final int MAX_ATTEMPTS = 3;
    private static final int MAX_MESSAGE = 500;
    private static final Duration BACKOFF = Duration.ofSeconds(2);

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(nullable = false, updatable = false, length = 80)
    private String kind;

    @Column(name = "subject_id", nullable = false, updatable = false)
    private UUID subjectId;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false, updatable = false)
    private JsonNode payload;

    @Column(nullable = false, length = 16)
    private TaskStatus status = TaskStatus.PENDING;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "due_at", nullable = false)
    private Instant dueAt;

    @Column(name = "lease_owner")
    private @Nullable UUID leaseOwner;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    @Column(nullable = false)
    private double progress;

    @Column(length = MAX_MESSAGE)
    private @Nullable String message;

    @Column(name = "cancel_requested", nullable = false)
    private boolean cancelRequested;

    private @Nullable String error;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Task() {}

    public Task(UUID workspaceId, String kind, UUID subjectId, JsonNode payload, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.workspaceId = workspaceId;
        this.kind = kind;
        this.subjectId = subjectId;
        this.payload = payload;
        this.createdAt = createdAt;
        this.dueAt = createdAt;
    }

    /** A worker takes the task until {@code until}. */
    public void lease(UUID worker, Instant now, Instant until) {
        moveTo(TaskStatus.RUNNING);
        this.attempts++;
        this.leaseOwner = worker;
        this.leasedUntil = until;
        if (startedAt == null) {
            this.startedAt = now;
        }
    }

    /** Whether this worker still holds the task: another one may have taken it after the lease ran out. */
    public boolean isHeldBy(UUID worker) {
        return status == TaskStatus.RUNNING && worker.equals(leaseOwner);
    }

    public boolean isExhausted() {
        return attempts > MAX_ATTEMPTS;
    }

    public void report(double fraction, @Nullable String text) {
        this.progress = Math.min(1, Math.max(0, fraction));
        this.message = text == null ? null : StorableText.of(text, MAX_MESSAGE);
    }

    public void complete(Instant now) {
        this.progress = 1;
        finish(TaskStatus.COMPLETED, now);
    }

    public void fail(String reason, Instant now) {
        this.error = reason;
        finish(TaskStatus.FAILED, now);
    }

    public void stop(Instant now) {
        finish(TaskStatus.CANCELLED, now);
    }

    /** Waits for another attempt, longer after each one. */
    public void retry(String reason, Instant now) {
        this.error = reason;
        waitUntil(now.plus(BACKOFF.multipliedBy(1L << Math.min(attempts, MAX_ATTEMPTS))));
    }

    /** Goes back to the queue without having been tried: its worker is being shut down. */
    public void giveBack(Instant now) {
        this.attempts--;
        waitUntil(now);
    }

    /** Asks the task to stop; asking twice is harmless, asking too late is not possible. */
    public void requestCancel(Instant now) {
        if (status.isFinal()) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "Task %s is %s already".formatted(id, status));
        }
        this.cancelRequested = true;
        if (status == TaskStatus.PENDING) {
            this.dueAt = now;
        }
    }

    private void waitUntil(Instant due) {
        moveTo(TaskStatus.PENDING);
        this.leaseOwner = null;
        this.leasedUntil = null;
        this.dueAt = due;
    }

    private void finish(TaskStatus outcome, Instant now) {
        moveTo(outcome);
        this.leaseOwner = null;
        this.leasedUntil = null;
        this.finishedAt = now;
    }

    private void moveTo(TaskStatus next) {
        if (!status.canBecome(next)) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "Task %s is %s and cannot become %s".formatted(id, status, next));
        }
        this.status = next;
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

    public String kind() {
        return kind;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public JsonNode payload() {
        return payload;
    }

    public TaskStatus status() {
        return status;
    }

    public int attempts() {
        return attempts;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant leasedUntil() {
        return leasedUntil;
    }

    public double progress() {
        return progress;
    }

    public @Nullable String message() {
        return message;
    }

    public boolean cancelRequested() {
        return cancelRequested;
    }

    public @Nullable String error() {
        return error;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }
}
