package io.whetstone.model.service;

import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.Outbox;
import io.whetstone.model.entity.Model;
import io.whetstone.model.entity.ModelRepository;
import io.whetstone.realtime.service.RealtimePublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells the browsers of a workspace that one of its models changed. */
@ApplicationScoped
public class ModelAnnouncer {
    @Inject
    ModelRepository models;

    @Inject
    RealtimePublisher realtime;

    @Inject
    Outbox outbox;

    @Inject
    Event<Audited> audit;

    /** Writes the change out, so that the view carries the new version, and publishes it on commit. */
    public ModelView announce(Model model) {
        models.flush();
        var view = ModelView.of(model);
        realtime.publish(model.workspaceId(), "models", "changed", view);
        return view;
    }

    /** The same for a change by a person, which is audited. */
    public ModelView announce(Model model, String action, Map<String, Object> before) {
        audit.fire(new Audited(action, model.workspaceId(), "model", model.id(), before, facts(model)));
        return announce(model);
    }

    static Map<String, Object> facts(Model model) {
        return Map.of("name", model.name(), "displayName", model.displayName());
    }

    /** The same for one that is removed; its files follow. */
    public void removed(Model model) {
        outbox.add(ModelService.DELETED, new ModelService.Deleted(model.id()));
        audit.fire(new Audited("model.deleted", model.workspaceId(), "model", model.id(), facts(model), Map.of()));
        models.flush();
        realtime.publish(model.workspaceId(), "models", "removed", Map.of("id", model.id()));
    }
}
