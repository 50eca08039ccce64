package io.whetstone.training.config.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.training.config.entity.TrainingConfiguration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A training configuration as its users see it. The names are those of when it was saved. */
public record TrainingConfigurationView(
        UUID id,
        long version,
        UUID workspaceId,
        String name,
        @Nullable String description,
        UUID modelId,
        String modelName,
        @Nullable UUID datasetId,
        @Nullable String datasetName,
        @Nullable UUID evalDatasetId,
        @Nullable String evalDatasetName,
        JsonNode parameters,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {
    public static TrainingConfigurationView of(TrainingConfiguration configuration) {
        var dataset = configuration.dataset();
        var eval = configuration.evalDataset();
        return new TrainingConfigurationView(
                configuration.id(),
                configuration.version(),
                configuration.workspaceId(),
                configuration.name(),
                configuration.description(),
                configuration.model().id(),
                configuration.model().name(),
                dataset == null ? null : dataset.id(),
                dataset == null ? null : dataset.name(),
                eval == null ? null : eval.id(),
                eval == null ? null : eval.name(),
                configuration.parameters(),
                configuration.createdBy(),
                configuration.createdAt(),
                configuration.updatedAt());
    }
}
