package io.whetstone.training.config.service;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All of a training configuration, as somebody wants it. Parameters that are left out take their defaults. */
public record SaveConfiguration(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 2000) String description,
        @NotNull UUID modelId,
        @Nullable UUID datasetId,
        @Nullable UUID evalDatasetId,
        @Nullable JsonNode parameters) {}
