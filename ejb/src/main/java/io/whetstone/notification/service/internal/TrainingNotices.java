package io.whetstone.notification.service.internal;

import io.whetstone.access.entity.Shareable;
import io.whetstone.notification.entity.Notification.Content;
import io.whetstone.notification.entity.NotificationKind;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.service.TrainingJobChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells whoever started a training job how it ended. */
@ApplicationScoped
public class TrainingNotices {
    @Inject
    Notifier notifier;

    void changed(@Observes TrainingJobChanged job) {
        if (job.status() == JobStatus.COMPLETED) {
            tell(job, NotificationKind.TRAINING_COMPLETED, "“%s” is trained".formatted(job.name()));
        } else if (job.status() == JobStatus.FAILED) {
            tell(job, NotificationKind.TRAINING_FAILED, "“%s” failed".formatted(job.name()));
        }
    }

    private void tell(TrainingJobChanged job, NotificationKind kind, String title) {
        var creator = job.createdBy();
        if (creator != null) {
            var link = Pages.of(Shareable.TRAINING_JOB, job.jobId());
            notifier.tell(creator, new Content(kind, job.workspaceId(), title, "", link));
        }
    }
}
