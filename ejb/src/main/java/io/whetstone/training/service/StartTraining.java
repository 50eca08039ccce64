package io.whetstone.training.service;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for a new training job. Parameters that are left out take their defaults. */
public record StartTraining(
        @NotNull UUID workspaceId,
        @Nullable @Size(max = 200) String name,
        @NotNull UUID modelId,
        @NotNull UUID datasetId,
        @Nullable UUID evalDatasetId,
        @Nullable UUID configurationId,
        @Nullable JsonNode parameters) {}
