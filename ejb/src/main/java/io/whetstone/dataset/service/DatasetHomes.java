package io.whetstone.dataset.service;

import io.whetstone.dataset.entity.Dataset;
import io.whetstone.dataset.entity.DatasetRepository;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Which workspace a dataset belongs to, for the system's own work: a job may use one that is shared from elsewhere. */
@Stateless
@PermitAll
@SystemScoped
public class DatasetHomes {
    @Inject
    DatasetRepository datasets;

    /** Empty when the dataset was deleted. */
    public Optional<UUID> of(UUID datasetId) {
        return datasets.any(datasetId).map(Dataset::workspaceId);
    }
}
