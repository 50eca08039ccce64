package io.whetstone.training.service.internal;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.ShareableKind;
import io.whetstone.training.entity.TrainingJob;
import io.whetstone.training.entity.TrainingJobRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Lets training jobs be shared. */
@ApplicationScoped
public class ShareableJob implements ShareableKind {
    @Inject
    TrainingJobRepository jobs;

    @Override
    public Shareable type() {
        return Shareable.TRAINING_JOB;
    }

    @Override
    public Optional<String> nameOf(UUID workspaceId, UUID id) {
        return jobs.find(workspaceId, id).map(TrainingJob::name);
    }
}
