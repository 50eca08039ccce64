package io.whetstone.training.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was measured at one step of a job. There is one row a step; an evaluation adds its loss to the row. */
@Entity
@Table(name = "training_metrics")
public class TrainingMetric {
    @Id
    private UUID id;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(name = "job_id", nullable = false, updatable = false)
    private UUID jobId;

    @Column(nullable = false, updatable = false)
    private int step;

    @Column(nullable = false)
    private double epoch;

    @Column(name = "train_loss")
    private @Nullable Double trainLoss;

    @Column(name = "eval_loss")
    private @Nullable Double evalLoss;

    @Column(name = "learning_rate")
    private @Nullable Double learningRate;

    @Column(name = "grad_norm")
    private @Nullable Double gradNorm;

    @Column
    private @Nullable Double perplexity;

    @Column(name = "train_perplexity")
    private @Nullable Double trainPerplexity;

    @Column(name = "samples_per_second")
    private @Nullable Double samplesPerSecond;

    @Column(name = "tokens_per_second")
    private @Nullable Double tokensPerSecond;

    @Column(name = "memory_bytes")
    private @Nullable Long memoryBytes;

    @Column(name = "at", nullable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TrainingMetric() {}

    public TrainingMetric(TrainingJob job, int step, double epoch, Instant at) {
        this.id = UUID.randomUUID();
        this.workspaceId = job.workspaceId();
        this.jobId = job.id();
        this.step = step;
        this.epoch = epoch;
        this.at = at;
    }

    public void trained(StepFigures figures) {
        this.trainLoss = figures.loss();
        this.trainPerplexity = Math.exp(figures.loss());
        this.learningRate = figures.learningRate();
        this.gradNorm = figures.gradNorm();
        this.samplesPerSecond = figures.samplesPerSecond();
        this.tokensPerSecond = figures.tokensPerSecond();
        this.memoryBytes = figures.memoryBytes();
    }

    public void evaluated(double loss) {
        this.evalLoss = loss;
        this.perplexity = Math.exp(loss);
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

    public @Nullable Double trainLoss() {
        return trainLoss;
    }

    public @Nullable Double evalLoss() {
        return evalLoss;
    }

    public @Nullable Double learningRate() {
        return learningRate;
    }

    public @Nullable Double gradNorm() {
        return gradNorm;
    }

    /** exp of the evaluation loss. */
    public @Nullable Double perplexity() {
        return perplexity;
    }

    public @Nullable Double trainPerplexity() {
        return trainPerplexity;
    }

    public @Nullable Double samplesPerSecond() {
        return samplesPerSecond;
    }

    public @Nullable Double tokensPerSecond() {
        return tokensPerSecond;
    }

    public @Nullable Long memoryBytes() {
        return memoryBytes;
    }

    public Instant at() {
        return at;
    }
}
