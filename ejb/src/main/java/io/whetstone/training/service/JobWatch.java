package io.whetstone.training.service;

import static io.whetstone.access.service.Permission.TRAINING_READ;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.training.entity.TrainingJobRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Finds a job for somebody on a socket, where the container knows no caller: a ticket has proved who it is. */
@Stateless
@PermitAll
@SystemScoped
public class JobWatch {
    @Inject
    TrainingJobRepository jobs;

    @Inject
    TrainingAnnouncer announcer;

    @Inject
    AccessPolicy access;

    /** A job and the workspace whose topics tell about it. */
    public record Watched(UUID workspaceId, TrainingJobView job) {}

    public Watched find(UUID userId, UUID jobId) {
        var job = jobs.lock(jobId).orElseThrow(() -> ProblemException.notFound("training job", jobId));
        access.requireOf(userId, TRAINING_READ, job.workspaceId(), Shareable.TRAINING_JOB, jobId);
        return new Watched(job.workspaceId(), announcer.view(job));
    }
}
