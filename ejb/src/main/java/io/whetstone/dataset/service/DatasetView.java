package io.whetstone.dataset.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.dataset.entity.Dataset;
import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.entity.DatasetStatus;
import io.whetstone.dataset.entity.DatasetVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dataset as it is told, with the facts of its current version, or of the latest while none can be used. */
public record DatasetView(
        UUID id,
        long version,
        UUID workspaceId,
        String name,
        @Nullable String description,
        DatasetStatus status,
        @Nullable DatasetFormat format,
        List<String> methods,
        long exampleCount,
        long invalidCount,
        long duplicateCount,
        long sizeBytes,
        @Nullable JsonNode statistics,
        int currentVersion,
        double progress,
        @Nullable String error,
        Instant createdAt,
        Instant updatedAt) {
    public static DatasetView of(Dataset dataset, DatasetVersion shown) {
        var format = shown.format();
        return new DatasetView(
                dataset.id(),
                dataset.version(),
                dataset.workspaceId(),
                dataset.name(),
                dataset.description(),
                dataset.status(),
                format,
                format == null ? List.of() : format.methods(),
                shown.exampleCount(),
                shown.invalidCount(),
                shown.duplicateCount(),
                shown.sizeBytes(),
                shown.statistics(),
                shown.number(),
                shown.progress(),
                shown.error(),
                dataset.createdAt(),
                dataset.updatedAt());
    }
}
