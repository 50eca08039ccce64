package io.whetstone.training.service.internal.supervision;

import io.whetstone.dataset.service.TrainableDatasets;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.model.service.ModelFolders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Where the files of a job's model and datasets lie, checked before a trainer is sent there. */
@ApplicationScoped
class TrainingData {
    @Inject
    ModelFolders models;

    @Inject
    TrainableDatasets datasets;

    Path model(TrainerOrder order) {
        return present(models.hf(order.modelId()), "The model was deleted");
    }

    Path train(TrainerOrder order) {
        return rows(order.datasetId(), order.datasetVersion());
    }

    Optional<Path> eval(TrainerOrder order) {
        var id = order.evalDatasetId();
        var version = order.evalDatasetVersion();
        return id == null || version == null ? Optional.empty() : Optional.of(rows(id, version));
    }

    private Path rows(UUID datasetId, int version) {
        var file = datasets.rows(datasetId, version)
                .orElseThrow(() -> new ProblemException(ProblemType.GONE, "The dataset was deleted"));
        return present(file, "The dataset was deleted");
    }

    private static Path present(Path path, String reason) {
        if (!Files.exists(path)) {
            throw new ProblemException(ProblemType.GONE, reason);
        }
        return path.toAbsolutePath();
    }
}
