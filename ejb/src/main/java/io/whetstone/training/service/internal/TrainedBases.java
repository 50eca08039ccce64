package io.whetstone.training.service.internal;

import io.whetstone.model.service.BaseModelUse;
import io.whetstone.training.entity.TrainingJobRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Tells which bases are needed by jobs that have not ended. */
@ApplicationScoped
public class TrainedBases implements BaseModelUse {
    @Inject
    TrainingJobRepository jobs;

    @Override
    public Optional<UUID> workspaceUsing(UUID baseModelId, UUID otherThan) {
        return jobs.workspaceUsing(baseModelId, otherThan);
    }
}
