package io.whetstone.training.service;

import static io.whetstone.access.service.Permission.TRAINING_READ;
import static io.whetstone.access.service.Permission.TRAINING_START;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.entity.TrainingJob;
import io.whetstone.training.entity.TrainingJobRepository;
import io.whetstone.training.entity.TrainingRecordRepository;
import io.whetstone.training.service.internal.TrainingInputs;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people and programs can do with training jobs. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class TrainingService {
    @Inject
    TrainingJobRepository jobs;

    @Inject
    TrainingRecordRepository records;

    @Inject
    AccessPolicy access;

    @Inject
    TrainingInputs inputs;

    @Inject
    TrainingAnnouncer announcer;

    @Inject
    Clock clock;

    /** Checks everything that can be checked beforehand and puts the job into the queue. */
    public TrainingJobView start(@Valid StartTraining command) {
        access.require(TRAINING_START, command.workspaceId());
        return enqueue(new TrainingJob(inputs.check(command, access.requireSelf()), clock.instant()));
    }

    /** A waiting job is cancelled at once, a running one as soon as its trainer has saved a checkpoint. */
    public TrainingJobView cancel(UUID workspaceId, UUID jobId) {
        var home = access.require(TRAINING_START, workspaceId, Shareable.TRAINING_JOB, jobId);

        var job = jobs.findLocked(home, jobId).orElseThrow(() -> ProblemException.notFound("training job", jobId));
        job.requestCancel(clock.instant());
        return announcer.announce(job, "training_job.cancelled");
    }

    /** A new job that goes on from the newest checkpoint of one that failed or was cancelled. */
    public TrainingJobView resume(UUID workspaceId, UUID jobId) {
        access.require(TRAINING_START, workspaceId);

        var job = find(workspaceId, jobId);
        if (!job.isResumable()) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "Only a failed or cancelled job with a checkpoint can be resumed");
        }
        var checkpoint = records.checkpoints(workspaceId, jobId).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("checkpoint of job", jobId));
        return enqueue(
                new TrainingJob(inputs.continued(job, checkpoint.path(), access.requireSelf()), clock.instant()));
    }

    public Page<TrainingJobView> list(
            UUID workspaceId, @Nullable JobStatus status, @Nullable String cursor, @Nullable Integer limit) {
        access.require(TRAINING_READ, workspaceId);

        var size = Page.limit(limit);
        var found = jobs.page(workspaceId, status, Cursor.parse(cursor), size);
        return Page.of(found, size, job -> new Cursor(job.createdAt(), job.id()), announcer::view);
    }

    public TrainingJobView get(UUID workspaceId, UUID jobId) {
        var home = access.require(TRAINING_READ, workspaceId, Shareable.TRAINING_JOB, jobId);
        return announcer.view(find(home, jobId));
    }

    private TrainingJob find(UUID workspaceId, UUID jobId) {
        return jobs.find(workspaceId, jobId).orElseThrow(() -> ProblemException.notFound("training job", jobId));
    }

    private TrainingJobView enqueue(TrainingJob job) {
        jobs.add(job);
        return announcer.announce(job, "training_job.created");
    }
}
