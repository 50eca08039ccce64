package io.whetstone.model.service;

import io.whetstone.model.entity.Model;
import io.whetstone.model.entity.ModelRepository;
import io.whetstone.realtime.service.RealtimePublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells the browsers of a workspace that one of its models changed. */
@ApplicationScoped
public class ModelAnnouncer {
    @Inject
    ModelRepository models;

    @Inject
    RealtimePublisher realtime;

    /** Writes the change out, so that the view carries the new version, and publishes it on commit. */
    public ModelView announce(Model model) {
        models.flush();
        var view = ModelView.of(model);
        realtime.publish(model.workspaceId(), "models", "changed", view);
        return view;
    }

    public void removed(Model model) {
        models.flush();
        realtime.publish(model.workspaceId(), "models", "removed", Map.of("id", model.id()));
    }
}
