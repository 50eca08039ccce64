package io.whetstone.model.service.internal;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.ShareableMoved;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.Outbox;
import io.whetstone.model.entity.Model;
import io.whetstone.model.entity.ModelRepository;
import io.whetstone.model.service.BaseModelUse;
import io.whetstone.model.service.ModelNames;
import io.whetstone.model.service.ModelService;
import io.whetstone.model.service.ModelService.Deleted;
import io.whetstone.workspace.service.WorkspaceDeleting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of the models of a workspace that is deleted: a base that another workspace builds on goes there, the
 * files of the others are removed.
 */
@ApplicationScoped
public class WorkspaceModels {
    @Inject
    ModelRepository models;

    @Inject
    @Any
    Instance<BaseModelUse> uses;

    @Inject
    Outbox outbox;

    @Inject
    Event<ShareableMoved> moved;

    @Inject
    Event<Audited> audit;

    void leave(@Observes WorkspaceDeleting workspace) {
        var workspaceId = workspace.workspaceId();
        models.basesOf(workspaceId).forEach(base -> heirOf(base).ifPresent(heir -> move(base, heir)));
        models.flush();
        models.idsOf(workspaceId).forEach(id -> outbox.add(ModelService.DELETED, new Deleted(id)));
    }

    private Optional<UUID> heirOf(Model base) {
        var own = base.workspaceId();
        return models.firstToBuildOn(base.id(), own)
                .or(() -> uses.stream()
                        .flatMap(use -> use.workspaceUsing(base.id(), own).stream())
                        .findFirst());
    }

    private void move(Model base, UUID heir) {
        var from = base.workspaceId();
        var before = Map.<String, Object>of("workspaceId", from, "name", base.name());
        base.moveTo(heir, ModelNames.unused(base.name(), taken -> models.hasName(heir, taken)));
        models.flush();
        moved.fire(new ShareableMoved(Shareable.MODEL, base.id(), from, heir));
        var after = Map.<String, Object>of("workspaceId", heir, "name", base.name());
        audit.fire(new Audited("model.moved", heir, "model", base.id(), before, after));
    }
}
