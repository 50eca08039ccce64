package io.whetstone.task.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.task.entity.Task;
import io.whetstone.task.entity.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Takes work that is to happen once the caller's transaction is committed. */
@ApplicationScoped
public class TaskQueue {
    @Inject
    TaskRepository tasks;

    @Inject
    Event<TaskEnqueued> enqueued;

    @Inject
    Clock clock;

    /** Adds a task to the caller's transaction: it runs after the commit or, after a rollback, never was. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID enqueue(UUID workspaceId, String kind, UUID subjectId, JsonNode payload) {
        var task = new Task(workspaceId, kind, subjectId, payload, clock.instant());
        tasks.add(task);
        enqueued.fire(new TaskEnqueued(task.id()));
        return task.id();
    }
}
