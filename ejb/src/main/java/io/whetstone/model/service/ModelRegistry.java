package io.whetstone.model.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.model.entity.Model;
import io.whetstone.model.entity.ModelFacts;
import io.whetstone.model.entity.ModelRepository;
import io.whetstone.model.entity.NewModel;
import io.whetstone.task.service.TaskQueue;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the system itself does with models: imports report here and training hands its adapters over. */
@Stateless
@PermitAll
@SystemScoped
public class ModelRegistry {
    /** The kind of the tasks that take an adapter over. */
    public static final String ADAPTER_TASK = "model.adapter";

    /** The kind of the tasks that bring a base in. */
    public static final String IMPORT_TASK = "model.import";

    @Inject
    ModelRepository models;

    @Inject
    ModelAnnouncer announcer;

    @Inject
    TaskQueue tasks;

    @Inject
    Event<ModelReady> ready;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** Announces an adapter and has its files taken over by a task of the same transaction. */
    public UUID registerAdapter(RegisterAdapter wanted) {
        var source = json.createObjectNode().put("type", "training");
        var name = ModelNames.unused(wanted.displayName(), taken -> models.hasName(wanted.workspaceId(), taken));
        var facts = new NewModel(wanted.workspaceId(), name, wanted.displayName(), source, wanted.createdBy());
        var model = Model.adapter(facts, wanted.baseModelId(), wanted.trainingJobId(), clock.instant());
        model.learntUnder(wanted.systemPrompt());
        models.add(model);
        announcer.announce(model);
        tasks.enqueue(
                wanted.workspaceId(),
                ADAPTER_TASK,
                model.id(),
                source.deepCopy().put("path", wanted.peftFolder()));
        return model.id();
    }

    /** Announces the starter model in the oldest workspace; empty while there is none, or when it was done before. */
    public Optional<UUID> registerStarter(String displayName, String key, String path) {
        if (models.hasStarter(key)) {
            return Optional.empty();
        }
        return models.oldestWorkspace().map(workspaceId -> {
            var source = json.createObjectNode().put("type", "starter");
            var name = ModelNames.unused(displayName, taken -> models.hasName(workspaceId, taken));
            var model = Model.starter(new NewModel(workspaceId, name, displayName, source, null), key, clock.instant());
            models.add(model);
            announcer.announce(model);
            tasks.enqueue(
                    workspaceId, IMPORT_TASK, model.id(), source.deepCopy().put("path", path));
            return model.id();
        });
    }

    public boolean hasStarter(String key) {
        return models.hasStarter(key);
    }

    public void progress(UUID modelId, double fraction) {
        change(modelId, model -> model.report(fraction));
    }

    public void ready(UUID modelId, ModelFacts facts) {
        change(modelId, model -> {
            model.ready(facts);
            ready.fire(new ModelReady(model.id()));
        });
    }

    public void fail(UUID modelId, String reason) {
        change(modelId, model -> model.fail(reason));
    }

    /** Any model by its id. */
    public ModelView get(UUID modelId) {
        return ModelView.of(models.any(modelId).orElseThrow(() -> ProblemException.notFound("model", modelId)));
    }

    public boolean exists(UUID modelId) {
        return models.any(modelId).isPresent();
    }

    /** Whether adapters were trained on a base, in any workspace. */
    public boolean hasAdapters(UUID modelId) {
        return models.adaptersOf(modelId) > 0;
    }

    /** The newest ready base that everyone sees. */
    public Optional<UUID> newestShared() {
        return models.newestShared().map(Model::id);
    }

    /** Late news of a model that was deleted, or that is imported already, change nothing. */
    private void change(UUID modelId, Consumer<Model> change) {
        models.lock(modelId).filter(model -> !model.isSettled()).ifPresent(model -> {
            change.accept(model);
            announcer.announce(model);
        });
    }
}
