package io.whetstone.training.service;

import io.whetstone.training.entity.TrainingCheckpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A checkpoint of a job. The best one has the lowest evaluation loss, or training loss where nothing was evaluated. */
public record CheckpointView(
        int step,
        double epoch,
        @Nullable Double loss,
        @Nullable Double evalLoss,
        long sizeBytes,
        boolean best,
        boolean latest,
        Instant createdAt) {

    public static CheckpointView of(TrainingCheckpoint checkpoint, boolean best, boolean latest) {
        return new CheckpointView(
                checkpoint.step(),
                checkpoint.epoch(),
                checkpoint.loss(),
                checkpoint.evalLoss(),
                checkpoint.sizeBytes(),
                best,
                latest,
                checkpoint.createdAt());
    }
}
