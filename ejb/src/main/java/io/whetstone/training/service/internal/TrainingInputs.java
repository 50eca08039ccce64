package io.whetstone.training.service.internal;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.dataset.service.TrainableDataset;
import io.whetstone.dataset.service.TrainableDatasets;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.StorableText;
import io.whetstone.model.entity.ModelKind;
import io.whetstone.model.entity.ModelStatus;
import io.whetstone.model.service.ModelService;
import io.whetstone.model.service.ModelView;
import io.whetstone.training.config.entity.TrainingConfigurationRepository;
import io.whetstone.training.entity.NewTrainingJob;
import io.whetstone.training.entity.NewTrainingJob.DatasetRef;
import io.whetstone.training.entity.NewTrainingJob.ResumePoint;
import io.whetstone.training.entity.TrainingJob;
import io.whetstone.training.service.ParameterSchema;
import io.whetstone.training.service.StartTraining;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks what a job is asked to work with: a base that is ready, datasets that are ready, parameters that exist. */
@ApplicationScoped
public class TrainingInputs {
    private static final String METHOD = "sft";
    private static final int NAME_LENGTH = 200;

    @Inject
    ModelService models;

    @Inject
    TrainableDatasets datasets;

    @Inject
    ParameterSchema schema;

    @Inject
    TrainingConfigurationRepository configurations;

    @Inject
    AccessPolicy access;

    /** The job as it will be stored, or a refusal that names the field. */
    public NewTrainingJob check(StartTraining command, UUID callerId) {
        var parameters = schema.resolve(command.parameters());
        requireConfiguration(command.workspaceId(), command.configurationId());
        var model = base(command.workspaceId(), command.modelId());
        var dataset = dataset(command.workspaceId(), command.datasetId(), "/datasetId");
        var evalId = command.evalDatasetId();
        var eval = evalId == null ? null : dataset(command.workspaceId(), evalId, "/evalDatasetId");
        return new NewTrainingJob(
                command.workspaceId(),
                name(command.name(), model, dataset),
                model.id(),
                model.displayName(),
                ref(dataset),
                eval == null ? null : ref(eval),
                parameters,
                null,
                command.configurationId(),
                callerId);
    }

    /** The job that goes on where another stopped, with the same data and parameters. */
    public NewTrainingJob continued(TrainingJob job, String checkpoint, UUID callerId) {
        var model = base(job.workspaceId(), job.modelId());
        var evalId = job.evalDatasetId();
        var evalVersion = job.evalDatasetVersion();
        return new NewTrainingJob(
                job.workspaceId(),
                job.name(),
                model.id(),
                model.displayName(),
                new DatasetRef(job.datasetId(), job.datasetName(), job.datasetVersion()),
                evalId == null || evalVersion == null ? null : new DatasetRef(evalId, "", evalVersion),
                job.parameters(),
                new ResumePoint(job.id(), checkpoint),
                job.configurationId(),
                callerId);
    }

    public ModelView base(UUID workspaceId, UUID modelId) {
        var model = models.get(workspaceId, modelId);
        if (model.kind() != ModelKind.BASE) {
            throw ProblemException.invalid("/modelId", "must be a base model, not an adapter");
        }
        if (model.status() != ModelStatus.READY) {
            throw ProblemException.invalid("/modelId", "is not ready yet");
        }
        return model;
    }

    public TrainableDataset dataset(UUID workspaceId, UUID datasetId, String pointer) {
        var dataset = datasets.current(workspaceId, datasetId);
        if (dataset.examples() < 1 || !dataset.format().methods().contains(METHOD)) {
            throw ProblemException.invalid(pointer, "has no examples for this method");
        }
        return dataset;
    }

    /** Nobody learns from a job that there is a configuration which they may not see. */
    private void requireConfiguration(UUID workspaceId, @Nullable UUID id) {
        if (id == null) {
            return;
        }
        var home = access.require(Permission.TRAINING_READ, workspaceId, Shareable.TRAINING_CONFIGURATION, id);
        if (configurations.find(home, id).isEmpty()) {
            throw ProblemException.notFound("training configuration", id);
        }
    }

    private static DatasetRef ref(TrainableDataset dataset) {
        return new DatasetRef(dataset.id(), dataset.name(), dataset.version());
    }

    private static String name(@Nullable String wanted, ModelView model, TrainableDataset dataset) {
        var name = wanted == null || wanted.isBlank()
                ? "%s on %s".formatted(model.displayName(), dataset.name())
                : wanted.strip();
        return StorableText.of(name, NAME_LENGTH);
    }
}
