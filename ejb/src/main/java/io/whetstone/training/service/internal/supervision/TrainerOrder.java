package io.whetstone.training.service.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.training.entity.TrainingJob;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a trainer is to do. */
public record TrainerOrder(
        UUID jobId,
        UUID workspaceId,
        UUID modelId,
        UUID datasetId,
        int datasetVersion,
        @Nullable UUID evalDatasetId,
        @Nullable Integer evalDatasetVersion,
        @Nullable String resumeFrom,
        JsonNode parameters) {

    static TrainerOrder of(TrainingJob job) {
        return new TrainerOrder(
                job.id(),
                job.workspaceId(),
                job.modelId(),
                job.datasetId(),
                job.datasetVersion(),
                job.evalDatasetId(),
                job.evalDatasetVersion(),
                job.resumeFrom(),
                job.parameters());
    }
}
