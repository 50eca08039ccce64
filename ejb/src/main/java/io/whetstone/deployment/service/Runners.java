package io.whetstone.deployment.service;

import io.whetstone.deployment.service.internal.RunnerClient;
import io.whetstone.deployment.service.internal.RunnerFleet;
import io.whetstone.deployment.service.internal.ServedBase;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.model.entity.ModelStatus;
import io.whetstone.model.service.ModelFolders;
import io.whetstone.model.service.ModelRegistry;
import io.whetstone.model.service.ModelView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Hands out models that are being served, starting what is not yet running. It may take as long as loading a model
 * does, so it is never asked in a transaction. Whether the caller may use the model was decided before.
 */
@ApplicationScoped
public class Runners {
    @Inject
    RunnerFleet fleet;

    @Inject
    RunnerClient client;

    @Inject
    ModelRegistry models;

    @Inject
    ModelFolders folders;

    /** A model ready to be asked; close the lease when its answer is through. */
    public Lease lease(ModelView model) {
        requireReady(model);
        var baseId = model.baseModelId();
        var base = fleet.enter(baseId == null ? model : models.get(baseId));
        try {
            return lease(base, model);
        } catch (RuntimeException failure) {
            base.leave();
            throw failure;
        } catch (InterruptedException interrupted) {
            base.leave();
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE, "The server is stopping");
        }
    }

    /** The runners of this node. */
    public List<RunnerView> views() {
        return fleet.views();
    }

    private Lease lease(ServedBase base, ModelView model) throws InterruptedException {
        var process = base.running();
        var name = model.baseModelId() == null ? model.name() : base.serve(model, folders.adapterGguf(model.id()));
        return new Lease(base, process, client, name);
    }

    private static void requireReady(ModelView model) {
        if (model.status() != ModelStatus.READY) {
            throw new ProblemException(ProblemType.CONFLICT, "The model '%s' is not ready yet".formatted(model.name()));
        }
    }
}
