package io.whetstone.dataset.service;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.dataset.entity.DatasetRepository;
import io.whetstone.dataset.entity.DatasetVersionRepository;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Hands datasets to training, the workspace's own and those that are shared. */
@ApplicationScoped
public class TrainableDatasets {
    @Inject
    DatasetRepository datasets;

    @Inject
    DatasetVersionRepository versions;

    @Inject
    DatasetFiles files;

    @Inject
    DatasetHomes homes;

    @Inject
    AccessPolicy access;

    /** The current version; a dataset that has none is a conflict. */
    public TrainableDataset current(UUID workspaceId, UUID datasetId) {
        var home = access.require(Permission.DATASET_READ, workspaceId, Shareable.DATASET, datasetId);

        var dataset = datasets.find(home, datasetId).orElseThrow(() -> ProblemException.notFound("dataset", datasetId));
        var version = versions.find(home, datasetId, dataset.shownVersion())
                .orElseThrow(() -> new ProblemException(ProblemType.CONFLICT, "The dataset has no version"));
        version.requireReady();
        var tokens = version.statistics() == null ? null : version.statistics().at("/tokens/total");
        return new TrainableDataset(
                datasetId,
                dataset.name(),
                version.number(),
                Objects.requireNonNull(version.format()),
                version.exampleCount(),
                tokens == null || !tokens.isNumber() ? null : tokens.longValue(),
                files.rowsFile(new VersionKey(home, datasetId, version.number())));
    }

    /** Where the rows of a version lie, for the system's own work; empty when the dataset was deleted. */
    public Optional<Path> rows(UUID datasetId, int version) {
        return homes.of(datasetId).map(home -> files.rowsFile(new VersionKey(home, datasetId, version)));
    }
}
