package io.whetstone.task.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.realtime.service.RealtimePublisher;
import io.whetstone.task.entity.Task;
import io.whetstone.task.entity.TaskRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.UUID;

/** What people and programs can do with tasks. Only capabilities make them. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class TaskService {
    private static final Logger LOGGER = System.getLogger(TaskService.class.getName());

    @Inject
    TaskRepository tasks;

    @Inject
    AccessPolicy access;

    @Inject
    RealtimePublisher realtime;

    @Inject
    Event<TaskEnqueued> enqueued;

    @Inject
    Clock clock;

    public TaskView get(UUID workspaceId, UUID taskId) {
        access.require(Permission.TASK_READ, workspaceId);

        return TaskView.of(find(workspaceId, taskId));
    }

    /** Asks a task to stop. It has stopped when its status says so. */
    public TaskView cancel(UUID workspaceId, UUID taskId) {
        access.require(Permission.TASK_CANCEL, workspaceId);

        var task = tasks.lock(find(workspaceId, taskId).id()).orElseThrow();
        task.requestCancel(clock.instant());
        tasks.flush();
        LOGGER.log(Level.INFO, "task.cancel_requested id=" + taskId);
        enqueued.fire(new TaskEnqueued(taskId));
        var view = TaskView.of(task);
        realtime.publish(workspaceId, "tasks", "changed", view);
        return view;
    }

    private Task find(UUID workspaceId, UUID taskId) {
        return tasks.find(workspaceId, taskId).orElseThrow(() -> ProblemException.notFound("task", taskId));
    }
}
