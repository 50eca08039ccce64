package io.whetstone.training.config.service.internal;

import io.whetstone.kernel.StorableText;
import io.whetstone.training.config.entity.TrainingConfiguration;
import io.whetstone.training.config.entity.TrainingConfiguration.Content;
import io.whetstone.training.config.entity.TrainingConfiguration.Named;
import io.whetstone.training.config.service.SaveConfiguration;
import io.whetstone.training.config.service.TrainingConfigurationView;
import io.whetstone.training.service.ParameterSchema;
import io.whetstone.training.service.internal.TrainingInputs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds what is to be saved to the rules of a job: what could not be started is refused. */
@ApplicationScoped
public class ConfigurationContents {
    private static final int NAME_LENGTH = 200;

    @Inject
    TrainingInputs inputs;

    @Inject
    ParameterSchema schema;

    /**
     * The content as it will be stored, or a refusal that names the field.
     *
     * @param before what it holds now: whoever edits by a share cannot see the model and the datasets of its home, and
     *     what stays is not asked about again
     */
    public Content check(UUID workspaceId, SaveConfiguration wanted, @Nullable TrainingConfigurationView before) {
        var description = wanted.description();
        return new Content(
                wanted.name().strip(),
                description == null || description.isBlank() ? null : description.strip(),
                model(workspaceId, wanted.modelId(), before),
                dataset(workspaceId, wanted.datasetId(), "/datasetId", before),
                dataset(workspaceId, wanted.evalDatasetId(), "/evalDatasetId", before),
                schema.resolve(wanted.parameters()));
    }

    public SaveConfiguration copyOf(TrainingConfiguration configuration) {
        var dataset = configuration.dataset();
        var eval = configuration.evalDataset();
        var name = "Copy of " + configuration.name();
        return new SaveConfiguration(
                StorableText.of(name, NAME_LENGTH),
                configuration.description(),
                configuration.model().id(),
                dataset == null ? null : dataset.id(),
                eval == null ? null : eval.id(),
                configuration.parameters());
    }

    private Named model(UUID workspaceId, UUID id, @Nullable TrainingConfigurationView before) {
        if (before != null && before.modelId().equals(id)) {
            return new Named(id, before.modelName());
        }
        return new Named(id, inputs.base(workspaceId, id).displayName());
    }

    private @Nullable Named dataset(
            UUID workspaceId, @Nullable UUID id, String pointer, @Nullable TrainingConfigurationView before) {
        if (id == null) {
            return null;
        }
        if (before != null && id.equals(before.datasetId())) {
            return new Named(id, Objects.requireNonNull(before.datasetName()));
        }
        if (before != null && id.equals(before.evalDatasetId())) {
            return new Named(id, Objects.requireNonNull(before.evalDatasetName()));
        }
        return new Named(id, inputs.dataset(workspaceId, id, pointer).name());
    }
}
