package io.whetstone.training.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.training.entity.JobError;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.entity.TrainingJob;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A training job as its users see it. {@code progress} is the share of steps done, 0 to 1. */
public record TrainingJobView(
        UUID id,
        long version,
        UUID workspaceId,
        String name,
        JobStatus status,
        @Nullable String phase,
        UUID modelId,
        String modelName,
        UUID datasetId,
        String datasetName,
        int datasetVersion,
        @Nullable UUID evalDatasetId,
        JsonNode parameters,
        double progress,
        int step,
        @Nullable Integer totalSteps,
        double epoch,
        @Nullable Double totalEpochs,
        @Nullable Double loss,
        @Nullable Double evalLoss,
        @Nullable Double bestEvalLoss,
        @Nullable Integer bestStep,
        @Nullable Double learningRate,
        @Nullable Double gradNorm,
        @Nullable Double tokensPerSecond,
        @Nullable Double etaSeconds,
        @Nullable Integer queuePosition,
        boolean cancelRequested,
        @Nullable JobError error,
        boolean resumable,
        @Nullable UUID resumedFromJobId,
        @Nullable UUID configurationId,
        @Nullable UUID adapterModelId,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static TrainingJobView of(TrainingJob job, @Nullable Integer queuePosition) {
        var progress = job.progress();
        return new TrainingJobView(
                job.id(),
                job.version(),
                job.workspaceId(),
                job.name(),
                job.status(),
                progress.phase(),
                job.modelId(),
                job.modelName(),
                job.datasetId(),
                job.datasetName(),
                job.datasetVersion(),
                job.evalDatasetId(),
                job.parameters(),
                progress.fraction(),
                progress.step(),
                progress.totalSteps(),
                progress.epoch(),
                progress.totalEpochs(),
                progress.loss(),
                progress.evalLoss(),
                progress.bestEvalLoss(),
                progress.bestStep(),
                progress.learningRate(),
                progress.gradNorm(),
                progress.tokensPerSecond(),
                progress.etaSeconds(),
                queuePosition,
                job.cancelRequestedAt() != null,
                job.error(),
                job.isResumable(),
                job.resumedFromJobId(),
                job.configurationId(),
                job.adapterModelId(),
                job.createdBy(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }
}
