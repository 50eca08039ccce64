package io.whetstone.dataset.service;

import io.whetstone.dataset.entity.DatasetFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for a dataset made of an upload. Without a format it is told from the rows. */
public record CreateDataset(
        @NotNull UUID workspaceId,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 2000) String description,
        @NotNull UUID uploadId,
        @Nullable DatasetFormat format) {}
