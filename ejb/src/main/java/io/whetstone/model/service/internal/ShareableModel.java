package io.whetstone.model.service.internal;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.ShareableKind;
import io.whetstone.model.entity.Model;
import io.whetstone.model.entity.ModelRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Lets the models of a workspace be shared. */
@ApplicationScoped
public class ShareableModel implements ShareableKind {
    @Inject
    ModelRepository models;

    @Override
    public Shareable type() {
        return Shareable.MODEL;
    }

    @Override
    public Optional<String> nameOf(UUID workspaceId, UUID id) {
        return models.findOwn(workspaceId, id).map(Model::displayName);
    }
}
