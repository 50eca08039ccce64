package io.whetstone.dataset.service.internal;

import io.whetstone.dataset.entity.DatasetVersionRepository;
import io.whetstone.dataset.service.DatasetFiles;
import io.whetstone.dataset.service.VersionKey;
import io.whetstone.workspace.service.ExportedFile;
import io.whetstone.workspace.service.ExportedFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Adds the normalised rows of every version of the datasets to the export of their workspace. */
@ApplicationScoped
public class ExportedDatasets implements ExportedFiles {
    @Inject
    DatasetVersionRepository versions;

    @Inject
    DatasetFiles files;

    @Override
    public List<ExportedFile> of(UUID workspaceId) {
        return versions.readyOf(workspaceId).stream()
                .map(version -> new VersionKey(workspaceId, version.datasetId(), version.number()))
                .map(this::rows)
                .toList();
    }

    private ExportedFile rows(VersionKey key) {
        var name = "datasets/%s/%d/rows.jsonl".formatted(key.datasetId(), key.number());
        return new ExportedFile(name, () -> files.openRows(key, 0));
    }
}
