package io.whetstone.dataset.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.entity.DatasetStatus;
import io.whetstone.dataset.entity.DatasetVersion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a dataset as it is told. */
public record DatasetVersionView(
        UUID id,
        int number,
        DatasetStatus status,
        @Nullable DatasetFormat format,
        long exampleCount,
        long invalidCount,
        long duplicateCount,
        long sizeBytes,
        @Nullable String sha256,
        @Nullable JsonNode statistics,
        String sourceName,
        double progress,
        @Nullable String error,
        Instant createdAt) {
    public static DatasetVersionView of(DatasetVersion version) {
        return new DatasetVersionView(
                version.id(),
                version.number(),
                version.status(),
                version.format(),
                version.exampleCount(),
                version.invalidCount(),
                version.duplicateCount(),
                version.sizeBytes(),
                version.sha256(),
                version.statistics(),
                version.sourceName(),
                version.progress(),
                version.error(),
                version.createdAt());
    }
}
