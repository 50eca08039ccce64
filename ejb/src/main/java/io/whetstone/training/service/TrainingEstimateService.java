package io.whetstone.training.service;

import static io.whetstone.access.service.Permission.TRAINING_READ;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.dataset.service.DatasetService;
import io.whetstone.dataset.service.TrainableDataset;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.model.service.ModelFolders;
import io.whetstone.model.service.ModelView;
import io.whetstone.training.entity.TrainingJobRepository;
import io.whetstone.training.service.internal.TrainingInputs;
import io.whetstone.training.service.internal.estimate.Estimator;
import io.whetstone.training.service.internal.estimate.Machine;
import io.whetstone.training.service.internal.estimate.ModelShape;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What can be known about a job before it is started: its parameters and what it would cost. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class TrainingEstimateService {
    private static final int MEASURED_JOBS = 5;
    private static final double UNKNOWN_TOKENS = 200;

    @Inject
    TrainingJobRepository jobs;

    @Inject
    AccessPolicy access;

    @Inject
    TrainingInputs inputs;

    @Inject
    DatasetService datasets;

    @Inject
    ParameterSchema schema;

    @Inject
    ModelFolders folders;

    /** Every parameter that a job takes. They are the same for everybody and need no database. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Parameter> parameters() {
        access.requireSelf();
        return schema.all();
    }

    public EstimateView estimate(@Valid StartTraining command) {
        access.require(TRAINING_READ, command.workspaceId());

        var parameters = schema.resolve(command.parameters());
        var model = inputs.base(command.workspaceId(), command.modelId());
        var dataset = inputs.dataset(command.workspaceId(), command.datasetId(), "/datasetId");
        var tokens = tokens(command.workspaceId(), dataset.id());
        var plan = plan(model, dataset, tokens, heldOut(command, parameters), parameters);
        var memory = Estimator.memoryBytes(plan);
        var available = Machine.availableMemory();
        return new EstimateView(
                Estimator.steps(plan),
                Estimator.tokensPerEpoch(plan),
                memory,
                available,
                Estimator.seconds(plan, speed(command.workspaceId(), model.id(), plan)),
                memory <= available,
                warnings(plan, tokens, memory > available));
    }

    /** The share of the examples that is not trained on. */
    private static double heldOut(StartTraining command, JsonNode parameters) {
        return command.evalDatasetId() == null ? parameters.path("evalFraction").asDouble() : 0;
    }

    /** The distribution of the tokens of an example; empty while they are not counted. */
    private JsonNode tokens(UUID workspaceId, UUID datasetId) {
        var statistics = datasets.get(workspaceId, datasetId).statistics();
        return statistics == null ? MissingNode.getInstance() : statistics.path("tokens");
    }

    private Estimator.Plan plan(
            ModelView model, TrainableDataset dataset, JsonNode tokens, double heldOut, JsonNode parameters) {
        return new Estimator.Plan(
                shape(model.id()),
                model.parameterCount() == null ? 0 : model.parameterCount(),
                dataset.examples() - Math.round(dataset.examples() * heldOut),
                tokens.path("mean").asDouble(UNKNOWN_TOKENS),
                Math.min(
                        tokens.path("max").asLong(Long.MAX_VALUE),
                        parameters.path("maxLength").asLong()),
                parameters);
    }

    private ModelShape shape(UUID modelId) {
        try {
            return ModelShape.read(folders.hf(modelId));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The median of what former jobs reached with this model; a guess where there is none. */
    private double speed(UUID workspaceId, UUID modelId, Estimator.Plan plan) {
        var measured = jobs.measuredSpeeds(workspaceId, modelId, MEASURED_JOBS).stream()
                .sorted()
                .toList();
        return measured.isEmpty() ? Estimator.guessedSpeed(plan, Machine.cores()) : measured.get(measured.size() / 2);
    }

    private static List<String> warnings(Estimator.Plan plan, JsonNode tokens, boolean tooLarge) {
        var warnings = new ArrayList<String>();
        if (tooLarge) {
            warnings.add("This needs more memory than is free now. A smaller batch, a shorter maximum length or"
                    + " gradient checkpointing need less.");
        }
        if (tokens.path("p95").asLong() > plan.given().path("maxLength").asLong()) {
            warnings.add("More than one example in twenty is longer than the maximum length and will be cut.");
        }
        if (plan.given().path("learningRate").asDouble() > 1e-3) {
            warnings.add("A learning rate above 0.001 often makes the loss diverge.");
        }
        if (plan.given().path("epochs").asDouble() > 10) {
            warnings.add("More than ten epochs usually learn the examples by heart.");
        }
        return warnings;
    }
}
