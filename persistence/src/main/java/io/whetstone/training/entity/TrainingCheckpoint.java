package io.whetstone.training.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A folder from which training goes on as if it had never stopped. The row goes with the folder. */
@Entity
@Table(name = "training_checkpoints")
public class TrainingCheckpoint {
    @Id
    private UUID id;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(name = "job_id", nullable = false, updatable = false)
    private UUID jobId;

    @Column(nullable = false, updatable = false)
    private int step;

    @Column(nullable = false, updatable = false)
    private double epoch;

    @Column(nullable = false, length = 1000)
    private String path;

    @Column
    private @Nullable Double loss;

    @Column(name = "eval_loss")
    private @Nullable Double evalLoss;

    @Column(name = "size_bytes", nullable = false)
    private long sizeBytes;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TrainingCheckpoint() {}

    public TrainingCheckpoint(TrainingJob job, int step, String path, long sizeBytes, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.workspaceId = job.workspaceId();
        this.jobId = job.id();
        this.step = step;
        this.epoch = job.progress().epoch();
        this.path = path;
        this.sizeBytes = sizeBytes;
        this.createdAt = createdAt;
    }

    public void scored(@Nullable Double trainLoss, @Nullable Double heldOutLoss) {
        this.loss = trainLoss;
        this.evalLoss = heldOutLoss;
    }

    public UUID jobId() {
        return jobId;
    }

    public int step() {
        return step;
    }

    public double epoch() {
        return epoch;
    }

    public String path() {
        return path;
    }

    public @Nullable Double loss() {
        return loss;
    }

    public @Nullable Double evalLoss() {
        return evalLoss;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
