package io.whetstone.task.service.internal;

import io.whetstone.kernel.service.Node;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.realtime.service.RealtimePublisher;
import io.whetstone.task.entity.Task;
import io.whetstone.task.entity.TaskRepository;
import io.whetstone.task.entity.TaskRepository.Held;
import io.whetstone.task.service.TaskConfig;
import io.whetstone.task.service.TaskView;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The queue as this node's workers use it. Each method is one short transaction. A worker that has lost its lease
 * changes nothing any more: the task is somebody else's.
 */
@Stateless
@PermitAll
@SystemScoped
public class TaskStore {
    private static final Logger LOGGER = System.getLogger(TaskStore.class.getName());

    @Inject
    TaskRepository tasks;

    @Inject
    RealtimePublisher realtime;

    @Inject
    TaskConfig config;

    @Inject
    Node node;

    @Inject
    Clock clock;

    public List<Claim> claim(Collection<String> kinds, int limit) {
        var now = clock.instant();
        var due = tasks.due(kinds, now, limit);
        due.forEach(task -> task.lease(node.id(), now, now.plus(config.lease())));
        tasks.flush();
        due.forEach(this::announce);
        return due.stream().map(Claim::of).toList();
    }

    /** Renews all leases of this node; what is missing in the answer is no longer ours. */
    public List<Held> renew() {
        return tasks.renew(node.id(), clock.instant().plus(config.lease()));
    }

    public void report(UUID taskId, double fraction, String message) {
        change(taskId, task -> task.report(fraction, message));
    }

    public void complete(UUID taskId) {
        change(taskId, task -> task.complete(clock.instant()));
    }

    public void fail(UUID taskId, String reason) {
        change(taskId, task -> task.fail(reason, clock.instant()));
    }

    public void stop(UUID taskId) {
        change(taskId, task -> task.stop(clock.instant()));
    }

    public void retry(UUID taskId, String reason) {
        change(taskId, task -> task.retry(reason, clock.instant()));
    }

    public void giveBack(UUID taskId) {
        change(taskId, task -> task.giveBack(clock.instant()));
    }

    private void change(UUID taskId, Consumer<Task> change) {
        tasks.lock(taskId).filter(task -> task.isHeldBy(node.id())).ifPresent(task -> {
            var before = task.status();
            change.accept(task);
            tasks.flush();
            if (task.status() != before) {
                LOGGER.log(Level.INFO, "task.changed id=" + taskId + " status=" + task.status());
            }
            announce(task);
        });
    }

    private void announce(Task task) {
        realtime.publish(task.workspaceId(), "tasks", "changed", TaskView.of(task));
    }
}
