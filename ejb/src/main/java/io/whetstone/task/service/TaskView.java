package io.whetstone.task.service;

import io.whetstone.task.entity.Task;
import io.whetstone.task.entity.TaskStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as people see it. */
public record TaskView(
        UUID id,
        long version,
        String kind,
        UUID subjectId,
        TaskStatus status,
        int attempts,
        double progress,
        @Nullable String message,
        boolean cancelRequested,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    public static TaskView of(Task task) {
        return new TaskView(
                task.id(),
                task.version(),
                task.kind(),
                task.subjectId(),
                task.status(),
                task.attempts(),
                task.progress(),
                task.message(),
                task.cancelRequested(),
                task.error(),
                task.createdAt(),
                task.startedAt(),
                task.finishedAt());
    }
}
