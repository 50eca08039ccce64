package io.whetstone.training.service.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.entity.TrainingJob;
import io.whetstone.training.entity.TrainingJobRepository;
import io.whetstone.training.service.TrainingAnnouncer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Stores what trainers report. Events, their effects and the place in the file up to which they were read change in one
 * transaction under the lock of the job, so each event takes effect exactly once whatever crashes when.
 */
@Stateless
@PermitAll
@SystemScoped
public class TrainingRecorder {
    private static final Set<String> NOTABLE = Set.of("started", "phase", "eval", "checkpoint");

    @Inject
    TrainingJobRepository jobs;

    @Inject
    TrainerEvents effects;

    @Inject
    TrainingAnnouncer announcer;

    @Inject
    Clock clock;

    /** Stores a batch and gives the status that the job has then. A job that has ended takes nothing any more. */
    public JobStatus record(UUID jobId, Batch batch) {
        return jobs.lock(jobId).map(job -> record(job, batch)).orElse(JobStatus.CANCELLED);
    }

    private JobStatus record(TrainingJob job, Batch batch) {
        if (!job.status().isHeld() || batch.eventOffset() < job.hold().eventOffset()) {
            return job.status();
        }
        var before = job.status();
        var notable = batch.show();
        for (var event : batch.events()) {
            notable |= take(job, event, batch);
        }
        job.readUpTo(batch.eventOffset(), batch.logOffset());
        if (!batch.logLines().isEmpty()) {
            announcer.publish(job, "log", Map.of("lines", batch.logLines()));
        }
        if (job.status() != before) {
            announcer.announce(job);
        } else if (notable) {
            announcer.tell(job);
        }
        return job.status();
    }

    private boolean take(TrainingJob job, JsonNode event, Batch batch) {
        if (!job.status().isHeld() || !job.accept(event.path("seq").asLong(), clock.instant())) {
            return false;
        }
        effects.apply(job, event, batch.logTail());
        return NOTABLE.contains(event.path("type").asText());
    }
}
