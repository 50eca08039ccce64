package io.whetstone.dataset.service;

import io.whetstone.dataset.entity.DatasetVersion;
import java.util.UUID;

/** Names one version of a dataset. */
public record VersionKey(UUID workspaceId, UUID datasetId, int number) {
    public static VersionKey of(DatasetVersion version) {
        return new VersionKey(version.workspaceId(), version.datasetId(), version.number());
    }

    String folder() {
        return DatasetFiles.folder(workspaceId, datasetId) + "/" + number;
    }

    String rows() {
        return folder() + "/rows.jsonl";
    }

    String index() {
        return folder() + "/rows.idx";
    }
}
