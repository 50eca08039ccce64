package io.whetstone.training.service.internal.supervision;

import io.whetstone.training.entity.JobError;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds one job for one node and remembers how it ended. */
class FakeQueue extends TrainingQueue {
    volatile boolean held = true;
    volatile boolean cancelRequested;
    volatile Duration quiet = Duration.ZERO;
    volatile @Nullable JobError end;

    @Override
    public Pulse renew(UUID jobId, String node) {
        return new Pulse(held, cancelRequested, quiet);
    }

    @Override
    public void gone(UUID jobId, JobError error) {
        end = error;
    }
}
