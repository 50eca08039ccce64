package io.whetstone.training.config.service.internal;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.ShareableKind;
import io.whetstone.training.config.entity.TrainingConfiguration;
import io.whetstone.training.config.entity.TrainingConfigurationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Lets training configurations be shared. */
@ApplicationScoped
public class ShareableConfiguration implements ShareableKind {
    @Inject
    TrainingConfigurationRepository configurations;

    @Override
    public Shareable type() {
        return Shareable.TRAINING_CONFIGURATION;
    }

    @Override
    public Optional<String> nameOf(UUID workspaceId, UUID id) {
        return configurations.find(workspaceId, id).map(TrainingConfiguration::name);
    }
}
