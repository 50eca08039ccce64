package io.whetstone.training.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The newest figures that the trainer reported for a job. They only ever come from its events. */
@Embeddable
public class JobProgress {
    @Column(length = 32)
    private @Nullable String phase;

    @Column(nullable = false)
    private int step;

    @Column(name = "total_steps")
    private @Nullable Integer totalSteps;

    @Column(nullable = false)
    private double epoch;

    @Column(name = "total_epochs")
    private @Nullable Double totalEpochs;

    @Column
    private @Nullable Double loss;

    @Column(name = "eval_loss")
    private @Nullable Double evalLoss;

    @Column(name = "best_eval_loss")
    private @Nullable Double bestEvalLoss;

    @Column(name = "best_step")
    private @Nullable Integer bestStep;

    @Column(name = "learning_rate")
    private @Nullable Double learningRate;

    @Column(name = "grad_norm")
    private @Nullable Double gradNorm;

    @Column(name = "tokens_per_second")
    private @Nullable Double tokensPerSecond;

    @Column(name = "eta_seconds")
    private @Nullable Double etaSeconds;

    @Column(name = "checkpoint_step")
    private @Nullable Integer checkpointStep;

    public @Nullable String phase() {
        return phase;
    }

    public int step() {
        return step;
    }

    public @Nullable Integer totalSteps() {
        return totalSteps;
    }

    public double epoch() {
        return epoch;
    }

    public @Nullable Double totalEpochs() {
        return totalEpochs;
    }

    public @Nullable Double loss() {
        return loss;
    }

    public @Nullable Double evalLoss() {
        return evalLoss;
    }

    public @Nullable Double bestEvalLoss() {
        return bestEvalLoss;
    }

    public @Nullable Integer bestStep() {
        return bestStep;
    }

    public @Nullable Double learningRate() {
        return learningRate;
    }

    public @Nullable Double gradNorm() {
        return gradNorm;
    }

    public @Nullable Double tokensPerSecond() {
        return tokensPerSecond;
    }

    public @Nullable Double etaSeconds() {
        return etaSeconds;
    }

    /** The step of the newest checkpoint; absent while there is none to go on from. */
    public @Nullable Integer checkpointStep() {
        return checkpointStep;
    }

    /** The share of the steps that are done, 0 to 1. */
    public double fraction() {
        return totalSteps == null || totalSteps == 0 ? 0 : Math.min(1.0, (double) step / totalSteps);
    }

    void enter(@Nullable String entered) {
        this.phase = entered;
    }

    void checkpointed(int atStep) {
        this.checkpointStep = atStep;
    }

    /** Nothing remains to be done. */
    void arrived() {
        this.etaSeconds = 0.0;
    }

    void planned(int steps, double epochs) {
        this.totalSteps = steps;
        this.totalEpochs = epochs;
    }

    void stepped(TrainingMetric metric, @Nullable Double remainingSeconds) {
        this.step = Math.max(step, metric.step());
        this.epoch = metric.epoch();
        this.loss = metric.trainLoss();
        this.learningRate = metric.learningRate();
        this.gradNorm = metric.gradNorm();
        this.tokensPerSecond = metric.tokensPerSecond();
        this.etaSeconds = remainingSeconds;
    }

    void evaluated(int atStep, double value) {
        this.evalLoss = value;
        if (bestEvalLoss == null || value < bestEvalLoss) {
            this.bestEvalLoss = value;
            this.bestStep = atStep;
        }
    }
}
