package io.whetstone.training.service;

import io.whetstone.kernel.service.Audited;
import io.whetstone.realtime.service.RealtimePublisher;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.entity.TrainingJob;
import io.whetstone.training.entity.TrainingJobRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the views of jobs and tells everybody about a change: browsers by topic, this server by event. */
@ApplicationScoped
public class TrainingAnnouncer {
    private static final Logger LOGGER = System.getLogger(TrainingAnnouncer.class.getName());

    /** The topic of all jobs of a workspace; that of one job follows after a slash. */
    public static final String TOPIC = "training_jobs";

    @Inject
    TrainingJobRepository jobs;

    @Inject
    RealtimePublisher realtime;

    @Inject
    Event<TrainingJobChanged> changes;

    @Inject
    Event<Audited> audit;

    /** Writes a change of status out and announces it to all. */
    public TrainingJobView announce(TrainingJob job) {
        var view = tell(job);
        LOGGER.log(Level.INFO, "training.job id={0} status={1}", job.id(), job.status());
        changes.fire(new TrainingJobChanged(
                job.workspaceId(),
                job.id(),
                job.status(),
                job.cancelRequestedAt() != null,
                job.name(),
                job.createdBy()));
        return view;
    }

    /** The same for what a person did, which is audited. */
    public TrainingJobView announce(TrainingJob job, String action) {
        audit.fire(
                new Audited(action, job.workspaceId(), "training_job", job.id(), Map.of(), Map.of("name", job.name())));
        return announce(job);
    }

    /** Shows the newest figures of a job in browsers. */
    public TrainingJobView tell(TrainingJob job) {
        jobs.flush();
        var view = view(job);
        realtime.publish(job.workspaceId(), TOPIC, "changed", view);
        publish(job, "status", view);
        return view;
    }

    /** Publishes something on the topic of the job itself. */
    public void publish(TrainingJob job, String event, Object data) {
        realtime.publish(job.workspaceId(), TOPIC + "/" + job.id(), event, data);
    }

    public TrainingJobView view(TrainingJob job) {
        return TrainingJobView.of(job, position(job));
    }

    private @Nullable Integer position(TrainingJob job) {
        return job.status() == JobStatus.QUEUED ? Integer.valueOf(jobs.ahead(job) + 1) : null;
    }
}
