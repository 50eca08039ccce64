package io.whetstone.training.service.internal.supervision;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.training.entity.JobError;
import io.whetstone.training.entity.JobStatus;
import io.whetstone.training.entity.TrainingJob;
import io.whetstone.training.entity.TrainingJobRepository;
import io.whetstone.training.service.TrainingAnnouncer;
import io.whetstone.training.service.TrainingConfig;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue of jobs as the nodes see it: take, hold, give back, give up. */
@Stateless
@PermitAll
@SystemScoped
public class TrainingQueue {
    @Inject
    TrainingJobRepository jobs;

    @Inject
    TrainingAnnouncer announcer;

    @Inject
    TrainingConfig config;

    @Inject
    Clock clock;

    /** A job that this node holds. {@code startedAt} is that of the process, in milliseconds since the epoch. */
    public record Held(UUID jobId, JobStatus status, long pid, long startedAt, long eventOffset, long logOffset) {
        static Held of(TrainingJob job) {
            var hold = job.hold();
            return new Held(
                    job.id(),
                    job.status(),
                    hold.pid() == null ? 0 : hold.pid(),
                    hold.pidStartedAt() == null ? 0 : hold.pidStartedAt(),
                    hold.eventOffset(),
                    hold.logOffset());
        }
    }

    /** What the holder of a job must know now and then; {@code quiet} is the time since the last sign of life. */
    public record Pulse(boolean held, boolean cancelRequested, Duration quiet) {}

    /** Takes the oldest waiting job for a node. */
    public Optional<Held> claim(String node) {
        return jobs.takeOldestQueued().map(job -> {
            job.claim(node, lease());
            announcer.announce(job);
            return Held.of(job);
        });
    }

    public List<Held> heldBy(String node) {
        return jobs.heldBy(node).stream().map(Held::of).toList();
    }

    /** Everything that a trainer has to be told. */
    public Optional<TrainerOrder> order(UUID jobId) {
        return jobs.lock(jobId).filter(job -> job.status() == JobStatus.PENDING).map(TrainerOrder::of);
    }

    public void started(UUID jobId, long pid, long startedAt) {
        jobs.lock(jobId).filter(job -> job.status() == JobStatus.PENDING).ifPresent(job -> {
            job.start(pid, startedAt, clock.instant());
            announcer.announce(job);
        });
    }

    /** Puts a job back for which no trainer was ever started. */
    public void release(UUID jobId) {
        jobs.lock(jobId).filter(job -> job.status() == JobStatus.PENDING).ifPresent(job -> {
            if (job.cancelRequestedAt() == null) {
                job.release();
            } else {
                job.cancel(clock.instant());
            }
            announcer.announce(job);
        });
    }

    /** Renews the claim and tells whether somebody wants the job to end. */
    public Pulse renew(UUID jobId, String node) {
        return jobs.lock(jobId)
                .filter(job -> job.status().isHeld() && node.equals(job.hold().node()))
                .map(job -> {
                    job.renew(node, lease());
                    var last = job.hold().lastProgressAt();
                    var quiet = last == null ? Duration.ZERO : Duration.between(last, clock.instant());
                    return new Pulse(true, job.cancelRequestedAt() != null, quiet);
                })
                .orElseGet(() -> new Pulse(false, false, Duration.ZERO));
    }

    /**
     * Ends a job whose trainer is gone without telling why. If somebody wanted it to end, then it ended as wanted.
     * A job that never ran is taken as having run for no time.
     */
    public void gone(UUID jobId, JobError error) {
        jobs.lock(jobId).filter(job -> job.status().isHeld()).ifPresent(job -> {
            if (job.status() == JobStatus.PENDING) {
                job.start(0, 0, clock.instant());
            }
            if (job.cancelRequestedAt() == null) {
                job.fail(error, clock.instant());
            } else {
                job.cancel(clock.instant());
            }
            announcer.announce(job);
        });
    }

    /** Gives up the jobs of nodes that have been silent for too long. */
    public void sweep() {
        var error = new JobError("node_lost", "The node that trained this job has not been heard of", null);
        jobs.abandoned(clock.instant().minus(config.lostAfter())).forEach(job -> gone(job.id(), error));
    }

    private Instant lease() {
        return clock.instant().plus(config.lease());
    }
}
