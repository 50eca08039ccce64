package io.whetstone.training.service;

import static io.whetstone.access.service.Permission.TRAINING_READ;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.training.entity.TrainingCheckpoint;
import io.whetstone.training.entity.TrainingJobRepository;
import io.whetstone.training.entity.TrainingRecordRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people and programs can read about the course of a job. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class TrainingRecordService {
    /** One page of metrics: a chart fetches a whole run in a few requests. */
    public static final int MAX_METRICS = 5000;

    @Inject
    TrainingJobRepository jobs;

    @Inject
    TrainingRecordRepository records;

    @Inject
    AccessPolicy access;

    /** The metrics after a step, in the order of steps; the cursor is the last step given. */
    public Page<MetricView> metrics(UUID workspaceId, UUID jobId, int afterStep, @Nullable Integer limit) {
        var home = access.require(TRAINING_READ, workspaceId, Shareable.TRAINING_JOB, jobId);
        requireJob(home, jobId);

        var size = limit == null ? MAX_METRICS : limit;
        if (size < 1 || size > MAX_METRICS) {
            throw ProblemException.invalid("/limit", "must be between 1 and " + MAX_METRICS);
        }
        var found = records.metrics(home, jobId, afterStep, size + 1).stream()
                .map(MetricView::of)
                .toList();
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        var kept = found.subList(0, size);
        return new Page<>(kept, Integer.toString(kept.get(size - 1).step()));
    }

    /** Newest first. */
    public Page<CheckpointView> checkpoints(UUID workspaceId, UUID jobId) {
        var home = access.require(TRAINING_READ, workspaceId, Shareable.TRAINING_JOB, jobId);
        requireJob(home, jobId);

        var found = records.checkpoints(home, jobId);
        var best = found.stream().min(Comparator.comparingDouble(TrainingRecordService::score));
        return new Page<>(
                found.stream()
                        .map(checkpoint -> CheckpointView.of(
                                checkpoint,
                                best.stream().anyMatch(lowest -> lowest == checkpoint),
                                checkpoint == found.get(0)))
                        .toList(),
                null);
    }

    private static double score(TrainingCheckpoint checkpoint) {
        return List.of(number(checkpoint.evalLoss()), number(checkpoint.loss())).stream()
                .filter(Double::isFinite)
                .findFirst()
                .orElse(Double.MAX_VALUE);
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private void requireJob(UUID workspaceId, UUID jobId) {
        if (jobs.find(workspaceId, jobId).isEmpty()) {
            throw ProblemException.notFound("training job", jobId);
        }
    }
}
