package io.whetstone.training.entity;

import java.util.Map;
import java.util.Set;

/**
 * The life of a training job. {@link #SUCCESSORS} is the only place that knows which step may follow which.
 *
 * <p>A job waits ({@code QUEUED}), is taken by a node ({@code PENDING}), trains ({@code RUNNING}) and ends. What was
 * taken or ended badly may be put back into the queue; a completed job stays completed.
 */
public enum JobStatus {
    QUEUED,
    PENDING,
    RUNNING,
    PAUSED,
    COMPLETED,
    FAILED,
    CANCELLED;

    private static final Map<JobStatus, Set<JobStatus>> SUCCESSORS = Map.of(
            QUEUED, Set.of(QUEUED, PENDING, RUNNING, CANCELLED),
            PENDING, Set.of(QUEUED, RUNNING, PAUSED, CANCELLED),
            RUNNING, Set.of(COMPLETED, FAILED, CANCELLED, PAUSED),
            PAUSED, Set.of(QUEUED, CANCELLED),
            COMPLETED, Set.of(),
            FAILED, Set.of(QUEUED),
            CANCELLED, Set.of(QUEUED));

    public boolean canBecome(JobStatus next) {
        return SUCCESSORS.getOrDefault(this, Set.of()).contains(next);
    }

    /** Nothing is waited for any more: the job has an outcome. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    /** A node holds the job: a trainer runs or is about to. */
    public boolean isHeld() {
        return this == PENDING || this == RUNNING;
    }
}
