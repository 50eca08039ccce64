package io.whetstone.task.service;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.task.entity.TaskRepository;
import io.whetstone.task.entity.TaskStatus;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** How long the queue is, over all workspaces: numbers only. */
@Stateless
@PermitAll
@SystemScoped
public class TaskStatistics {
    @Inject
    TaskRepository tasks;

    public long waiting() {
        return tasks.count(TaskStatus.PENDING);
    }

    public long running() {
        return tasks.count(TaskStatus.RUNNING);
    }
}
