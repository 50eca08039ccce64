package io.whetstone.dataset.service;

import io.whetstone.dataset.entity.DatasetRepository;
import io.whetstone.dataset.entity.DatasetVersionRepository;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/** Hands datasets to training. Works in the caller's transaction; the caller has asked for permission before. */
@ApplicationScoped
public class TrainableDatasets {
    @Inject
    DatasetRepository datasets;

    @Inject
    DatasetVersionRepository versions;

    @Inject
    DatasetFiles files;

    /** The current version; a dataset that has none is a conflict. */
    public TrainableDataset current(UUID workspaceId, UUID datasetId) {
        var dataset = datasets.find(workspaceId, datasetId)
                .orElseThrow(() -> ProblemException.notFound("dataset", datasetId));
        var version = versions.find(workspaceId, datasetId, dataset.shownVersion())
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
                rows(workspaceId, datasetId, version.number()));
    }

    /** Where the rows of a version lie, whether it is the current one or not. */
    public Path rows(UUID workspaceId, UUID datasetId, int version) {
        return files.rowsFile(new VersionKey(workspaceId, datasetId, version));
    }
}
