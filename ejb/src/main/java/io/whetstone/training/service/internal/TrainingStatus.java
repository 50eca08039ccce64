package io.whetstone.training.service.internal;

import io.whetstone.system.service.StatusPart;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.entity.TrainingJobRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many training jobs wait and run, over all workspaces. */
@ApplicationScoped
public class TrainingStatus implements StatusPart {
    /** What is shown. */
    public record Numbers(long queued, long running) {}

    @Inject
    TrainingJobRepository jobs;

    @Override
    public String name() {
        return "training";
    }

    @Override
    public Object value() {
        return new Numbers(jobs.count(JobStatus.QUEUED), jobs.count(JobStatus.PENDING) + jobs.count(JobStatus.RUNNING));
    }
}
