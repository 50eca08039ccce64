package io.whetstone.training.config.service.internal;

import io.whetstone.kernel.service.Audited;
import io.whetstone.realtime.service.RealtimePublisher;
import io.whetstone.training.config.service.TrainingConfigurationView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Tells the audit log and the browsers of a workspace of changes of its training configurations. */
@ApplicationScoped
public class ConfigurationNews {
    private static final String TOPIC = "training_configurations";

    @Inject
    RealtimePublisher realtime;

    @Inject
    Event<Audited> audit;

    public void created(TrainingConfigurationView made) {
        audited("training_configuration.created", made, Map.of(), Map.of("name", made.name()));
        realtime.publish(made.workspaceId(), TOPIC, "changed", made);
    }

    public void changed(TrainingConfigurationView before, TrainingConfigurationView after) {
        audited("training_configuration.changed", after, facts(before), facts(after));
        realtime.publish(after.workspaceId(), TOPIC, "changed", after);
    }

    public void deleted(TrainingConfigurationView gone) {
        audited("training_configuration.deleted", gone, Map.of("name", gone.name()), Map.of());
        realtime.publish(gone.workspaceId(), TOPIC, "removed", Map.of("id", gone.id()));
    }

    private void audited(
            String action, TrainingConfigurationView view, Map<String, Object> before, Map<String, Object> after) {
        audit.fire(new Audited(action, view.workspaceId(), "training_configuration", view.id(), before, after));
    }

    /** What people can change of a configuration. */
    private static Map<String, Object> facts(TrainingConfigurationView view) {
        var facts = new HashMap<String, Object>();
        facts.put("name", view.name());
        facts.put("description", view.description() == null ? "" : view.description());
        facts.put("model", view.modelName());
        facts.put("dataset", view.datasetName() == null ? "" : view.datasetName());
        facts.put("evalDataset", view.evalDatasetName() == null ? "" : view.evalDatasetName());
        facts.put("parameters", view.parameters());
        return facts;
    }
}
