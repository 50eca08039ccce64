package io.whetstone.task.service.internal;

import static java.util.Objects.requireNonNull;

import io.whetstone.task.entity.TaskRepository.Held;
import io.whetstone.task.service.TaskConfig;
import io.whetstone.task.service.TaskEnqueued;
import io.whetstone.task.service.TaskHandler;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs the tasks of this node, so many at once. It looks for work when some is added here, and once a second. */
@ApplicationScoped
public class TaskWorker {
    private static final Logger LOGGER = System.getLogger(TaskWorker.class.getName());

    @Resource(lookup = "concurrent/tasks")
    ManagedExecutorService executor;

    @Resource(lookup = "concurrent/schedule")
    ManagedScheduledExecutorService schedule;

    @Inject
    TaskStore store;

    @Inject
    @Any
    Instance<TaskHandler> handlers;

    @Inject
    TaskConfig config;

    @Inject
    Clock clock;

    private final Map<UUID, TaskRun> running = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskEnqueued task) {
        try {
            schedule.execute(this::look);
        } catch (RejectedExecutionException full) {
            LOGGER.log(Level.DEBUG, "task.wake_dropped id=" + task.taskId(), full);
        }
    }

    /** Tells that this node lives and hears what became of its tasks. */
    void renew() {
        if (running.isEmpty()) {
            return;
        }
        var before = Map.copyOf(running);
        var held = store.renew().stream().collect(Collectors.toMap(Held::id, Held::cancelRequested));
        before.forEach((id, run) -> {
            var cancel = held.get(id);
            if (cancel == null) {
                run.lose();
            } else if (cancel) {
                run.requestCancel();
            }
        });
    }

    /** Takes as many due tasks as there is room for. One look at a time, so that the room is counted once. */
    synchronized void look() {
        var room = config.parallelism() - running.size();
        if (room <= 0 || stopped) {
            return;
        }
        var byKind = handlers.stream().collect(Collectors.toMap(TaskHandler::kind, Function.identity()));
        if (!byKind.isEmpty()) {
            store.claim(byKind.keySet(), room).forEach(claim -> start(claim, requireNonNull(byKind.get(claim.kind()))));
        }
    }

    private void start(Claim claim, TaskHandler handler) {
        var run = new TaskRun(claim, handler, store, clock);
        running.put(claim.id(), run);
        try {
            executor.execute(() -> work(run));
        } catch (RejectedExecutionException full) {
            running.remove(claim.id());
            LOGGER.log(Level.WARNING, "task.deferred id=" + claim.id(), full);
            store.giveBack(claim.id());
        }
    }

    private void work(TaskRun run) {
        try {
            run.run();
        } finally {
            running.remove(run.taskId());
            wakeAgain();
        }
    }

    private void wakeAgain() {
        try {
            schedule.execute(this::look);
        } catch (RejectedExecutionException goingDown) {
            LOGGER.log(Level.DEBUG, "task.worker_stops", goingDown);
        }
    }

    /** Gives back what is not finished, so that the next boot need not wait for the leases to run out. */
    void stop() {
        stopped = true;
        running.values().forEach(TaskRun::close);
    }

    /** How many tasks this node is working on. */
    int busy() {
        return running.size();
    }
}
