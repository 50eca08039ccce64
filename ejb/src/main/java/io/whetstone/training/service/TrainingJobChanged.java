package io.whetstone.training.service;

import io.whetstone.training.entity.JobStatus;
import java.util.UUID;

/** A training job has moved to another status, or somebody wants it cancelled. */
public record TrainingJobChanged(UUID workspaceId, UUID jobId, JobStatus status, boolean cancelRequested) {}
