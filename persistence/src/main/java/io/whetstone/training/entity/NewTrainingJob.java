package io.whetstone.training.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a training job is asked to do. Names are copies: they stay readable when the model or dataset is gone. */
public record NewTrainingJob(
        UUID workspaceId,
        String name,
        UUID modelId,
        String modelName,
        DatasetRef dataset,
        @Nullable DatasetRef evalDataset,
        JsonNode parameters,
        @Nullable ResumePoint resume,
        @Nullable UUID configurationId,
        @Nullable UUID createdBy) {

    /** One version of a dataset. */
    public record DatasetRef(UUID id, String name, int version) {}

    /** The checkpoint of another job that training goes on from. {@code path} is a folder on the node. */
    public record ResumePoint(UUID jobId, String path) {}
}
