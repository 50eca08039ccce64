package io.whetstone.dataset.service.internal;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.ShareableKind;
import io.whetstone.dataset.entity.Dataset;
import io.whetstone.dataset.entity.DatasetRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Lets datasets be shared. */
@ApplicationScoped
public class ShareableDataset implements ShareableKind {
    @Inject
    DatasetRepository datasets;

    @Override
    public Shareable type() {
        return Shareable.DATASET;
    }

    @Override
    public Optional<String> nameOf(UUID workspaceId, UUID id) {
        return datasets.find(workspaceId, id).map(Dataset::name);
    }
}
