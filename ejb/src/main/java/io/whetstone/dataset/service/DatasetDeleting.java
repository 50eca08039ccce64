package io.whetstone.dataset.service;

import java.util.UUID;

/**
 * A dataset is about to be deleted. Observers run inside the transaction: one that still needs the dataset throws a
 * {@link io.whetstone.kernel.ProblemException} of type {@code CONFLICT}.
 */
public record DatasetDeleting(UUID workspaceId, UUID datasetId) {}
