package io.whetstone.training.service.internal.supervision;

import io.whetstone.training.service.TrainingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Prepares the supervision of single trainers. */
@ApplicationScoped
class TrainerDesk {
    private static final long POLL_MILLIS = 40;
    private static final long PULSE_MILLIS = 1000;
    private static final long SHOW_MILLIS = 1000;

    @Inject
    TrainingQueue queue;

    @Inject
    TrainingRecorder recorder;

    @Inject
    JobFolders folders;

    @Inject
    TrainingConfig config;

    /** How many trainers this node runs at once. */
    int capacity() {
        return config.maxConcurrentRuns();
    }

    TrainerRun run(TrainingQueue.Held job, TrainerProcess process) {
        var desk = new TrainerRun.Desk(recorder, queue, folders.node(), pace());
        return new TrainerRun(job, folders.of(job.jobId()), process, desk);
    }

    private TrainerRun.Pace pace() {
        return new TrainerRun.Pace(
                POLL_MILLIS,
                PULSE_MILLIS,
                SHOW_MILLIS,
                config.cancelGrace().toMillis(),
                config.stallAfter().toMillis());
    }
}
