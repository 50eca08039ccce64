package io.whetstone.model.service.internal;

import io.whetstone.kernel.service.Outbox;
import io.whetstone.model.entity.ModelRepository;
import io.whetstone.model.service.ModelService;
import io.whetstone.model.service.ModelService.Deleted;
import io.whetstone.workspace.service.WorkspaceDeleting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Has the files of models removed whose workspace is deleted. */
@ApplicationScoped
public class WorkspaceModels {
    @Inject
    ModelRepository models;

    @Inject
    Outbox outbox;

    void leave(@Observes WorkspaceDeleting workspace) {
        models.idsOf(workspace.workspaceId()).forEach(id -> outbox.add(ModelService.DELETED, new Deleted(id)));
    }
}
