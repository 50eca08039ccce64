package io.whetstone.training.service;

import io.whetstone.training.entity.JobStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training job has moved to another status, or somebody wants it cancelled.
 *
 * @param createdBy whoever started it; null when the person is gone
 */
public record TrainingJobChanged(
        UUID workspaceId,
        UUID jobId,
        JobStatus status,
        boolean cancelRequested,
        String name,
        @Nullable UUID createdBy) {}
