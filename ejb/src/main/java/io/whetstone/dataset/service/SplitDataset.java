package io.whetstone.dataset.service;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Parts the current version in two. {@code fraction} is the share that is held out; equal seeds part equally. */
public record SplitDataset(
        @NotNull UUID workspaceId,
        @NotNull UUID datasetId,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false)
        double fraction,

        long seed) {}
