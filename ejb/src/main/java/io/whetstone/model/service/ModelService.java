package io.whetstone.model.service;

import static io.whetstone.access.service.Permission.MODEL_READ;
import static io.whetstone.access.service.Permission.MODEL_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Json;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.model.entity.Model;
import io.whetstone.model.entity.ModelKind;
import io.whetstone.model.entity.ModelRepository;
import io.whetstone.model.entity.ModelRepository.Sight;
import io.whetstone.model.entity.NewModel;
import io.whetstone.task.service.TaskQueue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people and programs can do with models. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class ModelService {
    /** The topic of the outbox that has the files of a deleted model removed. */
    public static final String DELETED = "model.deleted";

    @Inject
    ModelRepository models;

    @Inject
    AccessPolicy access;

    @Inject
    ModelRegistry registry;

    @Inject
    ModelAnnouncer announcer;

    @Inject
    TaskQueue tasks;

    @Inject
    Clock clock;

    /** Announces a base; its files are fetched and checked by a task. */
    public ModelView create(@Valid CreateModel command) {
        access.require(MODEL_WRITE, command.workspaceId());
        requireAllowed(command.source());

        var workspaceId = command.workspaceId();
        var source = Json.mapper().<JsonNode>valueToTree(command.source());
        var name = ModelNames.unused(command.name(), taken -> models.hasName(workspaceId, taken));
        var facts = new NewModel(workspaceId, name, command.name(), source, access.requireSelf());
        var model = Model.base(facts, clock.instant());
        models.add(model);
        tasks.enqueue(workspaceId, ModelRegistry.IMPORT_TASK, model.id(), source);
        return announcer.announce(model, "model.created", Map.of());
    }

    /** Newest first: the workspace's own, those that everyone sees, and those that are shared with the caller. */
    public Page<ModelView> list(
            UUID workspaceId, @Nullable ModelKind kind, @Nullable String cursor, @Nullable Integer limit) {
        access.require(MODEL_READ, workspaceId);

        var size = Page.limit(limit);
        var found = models.page(sight(workspaceId), kind, Cursor.parse(cursor), size);
        return Page.of(found, size, model -> new Cursor(model.createdAt(), model.id()), ModelView::of);
    }

    public ModelView get(UUID workspaceId, UUID modelId) {
        var home = access.require(MODEL_READ, workspaceId, Shareable.MODEL, modelId);
        return ModelView.of(find(home, modelId));
    }

    /** The model that is called so over the chat interface. */
    public ModelView named(UUID workspaceId, String name) {
        access.require(MODEL_READ, workspaceId);
        return ModelView.of(models.named(sight(workspaceId), name)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "The model '%s' does not exist".formatted(name))));
    }

    public ModelView rename(UUID workspaceId, UUID modelId, long version, String displayName) {
        var home = access.require(MODEL_WRITE, workspaceId, Shareable.MODEL, modelId);

        var model = findOwn(home, modelId);
        requireVersion(model, version);
        var before = ModelAnnouncer.facts(model);
        model.rename(displayName);
        return announcer.announce(model, "model.renamed", before);
    }

    /** Removes a model that no adapter needs; its files follow. */
    public void delete(UUID workspaceId, UUID modelId) {
        access.require(MODEL_WRITE, workspaceId);

        var model = findOwn(workspaceId, modelId);
        if (registry.hasAdapters(modelId)) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Adapters were trained on this model, here or in a workspace that it is shared with;"
                            + " they have to be deleted first");
        }
        models.remove(model);
        announcer.removed(model);
    }

    /** The message that the files of a model can go. */
    public record Deleted(UUID modelId) {}

    private Sight sight(UUID workspaceId) {
        return new Sight(workspaceId, access.sharedWithCaller(Shareable.MODEL));
    }

    private Model find(UUID workspaceId, UUID modelId) {
        return models.find(workspaceId, modelId).orElseThrow(() -> ProblemException.notFound("model", modelId));
    }

    /** A shared model of another workspace can be seen, so it is not missing: it just may not be changed. */
    private Model findOwn(UUID workspaceId, UUID modelId) {
        var model = find(workspaceId, modelId);
        if (!model.workspaceId().equals(workspaceId)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This model is shared; it belongs to another workspace");
        }
        return model;
    }

    private static void requireVersion(Model model, long version) {
        if (model.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The model was changed by somebody else");
        }
    }

    private void requireAllowed(ModelSource source) {
        if (source instanceof ModelSource.Folder) {
            access.requireAdministrator();
        }
        if (source instanceof ModelSource.Starter) {
            throw ProblemException.invalid("/source/type", "must be upload, hub or folder");
        }
    }
}
