package io.whetstone.activity.service.internal;

import io.whetstone.activity.entity.Activity.Thing;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Principal;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.service.TrainingJobChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Hears what people do in workspaces, in the transaction that does it. */
@ApplicationScoped
public class ActivityObserver {
    @Inject
    ActivityJournal journal;

    @Inject
    Caller caller;

    void audited(@Observes Audited event) {
        var workspaceId = event.workspaceId();
        if (workspaceId == null || !ActivityKinds.shows(event.action())) {
            return;
        }
        var name = event.after().getOrDefault("name", event.before().getOrDefault("name", ""));
        var thing = new Thing(event.subject(), event.subjectId(), String.valueOf(name));
        var actor = caller.find().map(Principal::id);
        journal.add(workspaceId, event.action(), thing, actor.orElse(null));
    }

    /** How a job ends is nobody's deed; it stands under whoever started it. */
    void trained(@Observes TrainingJobChanged job) {
        if (job.status() == JobStatus.COMPLETED || job.status() == JobStatus.FAILED) {
            add(job, job.status() == JobStatus.COMPLETED ? "training_job.completed" : "training_job.failed");
        }
    }

    private void add(TrainingJobChanged job, String action) {
        UUID jobId = job.jobId();
        journal.add(job.workspaceId(), action, new Thing("training_job", jobId, job.name()), job.createdBy());
    }
}
