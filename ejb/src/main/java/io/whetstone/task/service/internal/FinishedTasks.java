package io.whetstone.task.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.task.entity.TaskRepository;
import io.whetstone.task.service.TaskConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Tasks that ended long ago. */
@ApplicationScoped
@SystemScoped
public class FinishedTasks implements Purgeable {
    @Inject
    TaskRepository tasks;

    @Inject
    TaskConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public boolean hasExpired() {
        return !expired(1).isEmpty();
    }

    @Override
    public void purge(int most) {
        tasks.delete(expired(most));
    }

    private List<UUID> expired(int most) {
        return tasks.finishedBefore(clock.instant().minus(config.retention()), most);
    }
}
