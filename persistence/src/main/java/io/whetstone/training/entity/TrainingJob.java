package io.whetstone.training.entity;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.JsonbConverter;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.StorableText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to fine-tune a base model on a dataset.
 *
 * <p>A job moves only through {@link JobStatus}. It waits in the queue until a node takes it, which then holds it by a
 * lease, starts a trainer and stores what that reports. A person cancels it by leaving a wish; it is cancelled once the
 * trainer has stopped. To go on from a checkpoint is a new job that names this one.
 */
@Entity
@Table(name = "training_jobs")
public class TrainingJob {
    private static final int MESSAGE_LENGTH = 4000;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(nullable = false, length = 200)
    private String name;

    @Column(nullable = false, length = 16)
    private JobStatus status = JobStatus.QUEUED;

    @Column(name = "model_id", nullable = false, updatable = false)
    private UUID modelId;

    @Column(name = "model_name", nullable = false, updatable = false, length = 200)
    private String modelName;

    @Column(name = "dataset_id", nullable = false, updatable = false)
    private UUID datasetId;

    @Column(name = "dataset_name", nullable = false, updatable = false, length = 200)
    private String datasetName;

    @Column(name = "dataset_version", nullable = false, updatable = false)
    private int datasetVersion;

    @Column(name = "eval_dataset_id", updatable = false)
    private @Nullable UUID evalDatasetId;

    @Column(name = "eval_dataset_version", updatable = false)
    private @Nullable Integer evalDatasetVersion;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false, updatable = false)
    private JsonNode parameters;

    @Column(name = "configuration_id", updatable = false)
    private @Nullable UUID configurationId;

    @Column(name = "resumed_from_job_id", updatable = false)
    private @Nullable UUID resumedFromJobId;

    @Column(name = "resume_from", updatable = false, length = 1000)
    private @Nullable String resumeFrom;

    @Column(name = "cancel_requested_at")
    private @Nullable Instant cancelRequestedAt;

    @Embedded
    private JobProgress progress = new JobProgress();

    @Embedded
    private JobHold hold = new JobHold();

    @Column(name = "error_code", length = 40)
    private @Nullable String errorCode;

    @Column(name = "error_message", length = 4000)
    private @Nullable String errorMessage;

    @Column(name = "error_log_tail")
    private @Nullable String errorLogTail;

    @Column(name = "adapter_model_id")
    private @Nullable UUID adapterModelId;

    @Column(name = "token_generation", nullable = false)
    private int tokenGeneration;

    @Column(name = "created_by", updatable = false)
    private @Nullable UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TrainingJob() {}

    public TrainingJob(NewTrainingJob wanted, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.workspaceId = wanted.workspaceId();
        this.name = wanted.name();
        this.modelId = wanted.modelId();
        this.modelName = wanted.modelName();
        this.datasetId = wanted.dataset().id();
        this.datasetName = wanted.dataset().name();
        this.datasetVersion = wanted.dataset().version();
        var eval = wanted.evalDataset();
        this.evalDatasetId = eval == null ? null : eval.id();
        this.evalDatasetVersion = eval == null ? null : eval.version();
        this.parameters = wanted.parameters();
        var resume = wanted.resume();
        this.resumedFromJobId = resume == null ? null : resume.jobId();
        this.resumeFrom = resume == null ? null : resume.path();
        this.configurationId = wanted.configurationId();
        this.createdBy = wanted.createdBy();
        this.createdAt = createdAt;
    }

    /** A node takes the job out of the queue. */
    public void claim(String node, Instant leaseUntil) {
        moveTo(JobStatus.PENDING);
        renew(node, leaseUntil);
    }

    /** Puts a taken job back because no trainer was started for it. */
    public void release() {
        moveTo(JobStatus.QUEUED);
        hold.reset();
    }

    public void renew(String node, Instant leaseUntil) {
        hold.renew(node, leaseUntil);
    }

    /** The trainer process is there. */
    public void start(long pid, long pidStartedAt, Instant now) {
        moveTo(JobStatus.RUNNING);
        hold.started(pid, pidStartedAt, now);
        this.startedAt = now;
    }

    public void requestCancel(Instant now) {
        if (status.isHeld()) {
            this.cancelRequestedAt = cancelRequestedAt == null ? now : cancelRequestedAt;
            return;
        }
        cancel(now);
    }

    public void cancel(Instant now) {
        finish(JobStatus.CANCELLED, now);
    }

    public void complete(@Nullable UUID adapter, Instant now) {
        finish(JobStatus.COMPLETED, now);
        this.adapterModelId = adapter;
        progress.arrived();
    }

    public void fail(JobError error, Instant now) {
        finish(JobStatus.FAILED, now);
        this.errorCode = error.code();
        this.errorMessage = StorableText.of(error.message(), MESSAGE_LENGTH);
        this.errorLogTail = error.logTail() == null ? null : StorableText.of(error.logTail());
    }

    private void finish(JobStatus outcome, Instant now) {
        moveTo(outcome);
        this.finishedAt = now;
        progress.enter(null);
        hold.end();
        endTokens();
    }

    /** Ends all tokens that were issued for this job. */
    public void endTokens() {
        tokenGeneration++;
    }

    /** Whether a token of this generation stands for the job: it has no outcome yet, and its tokens were not ended. */
    public boolean acceptsTokens(int generation) {
        return !status.isFinal() && generation == tokenGeneration;
    }

    private void moveTo(JobStatus next) {
        if (!status.canBecome(next)) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "Job %s is %s and cannot become %s".formatted(id, EnumText.of(status), EnumText.of(next)));
        }
        this.status = next;
    }

    /** Takes note of one event of the trainer; false when this or a later one was taken before. */
    public boolean accept(long seq, Instant now) {
        return hold.accept(seq, now);
    }

    /** The files of the trainer were read up to here, in bytes. */
    public void readUpTo(long eventOffset, long logOffset) {
        hold.readUpTo(eventOffset, logOffset);
    }

    public void planned(int steps, double epochs) {
        progress.planned(steps, epochs);
    }

    public void enter(String phase) {
        progress.enter(phase);
    }

    public void stepped(TrainingMetric metric, @Nullable Double etaSeconds) {
        progress.stepped(metric, etaSeconds);
    }

    public void evaluated(int step, double loss) {
        progress.evaluated(step, loss);
    }

    public void checkpointed(int step) {
        progress.checkpointed(step);
    }

    /** Another job can go on from where this one stopped. */
    public boolean isResumable() {
        return (status == JobStatus.FAILED || status == JobStatus.CANCELLED) && progress.checkpointStep() != null;
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

    public String name() {
        return name;
    }

    public JobStatus status() {
        return status;
    }

    public UUID modelId() {
        return modelId;
    }

    public String modelName() {
        return modelName;
    }

    public UUID datasetId() {
        return datasetId;
    }

    public String datasetName() {
        return datasetName;
    }

    public int datasetVersion() {
        return datasetVersion;
    }

    public @Nullable UUID evalDatasetId() {
        return evalDatasetId;
    }

    public @Nullable Integer evalDatasetVersion() {
        return evalDatasetVersion;
    }

    public JsonNode parameters() {
        return parameters;
    }

    /** The configuration that it began with; it may be another or gone since. */
    public @Nullable UUID configurationId() {
        return configurationId;
    }

    public @Nullable UUID resumedFromJobId() {
        return resumedFromJobId;
    }

    public @Nullable String resumeFrom() {
        return resumeFrom;
    }

    public @Nullable Instant cancelRequestedAt() {
        return cancelRequestedAt;
    }

    public JobProgress progress() {
        return progress;
    }

    public JobHold hold() {
        return hold;
    }

    public @Nullable JobError error() {
        return errorCode == null || errorMessage == null ? null : new JobError(errorCode, errorMessage, errorLogTail);
    }

    public @Nullable UUID adapterModelId() {
        return adapterModelId;
    }

    /** The generation of the tokens that are issued now. */
    public int tokenGeneration() {
        return tokenGeneration;
    }

    public @Nullable UUID createdBy() {
        return createdBy;
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
