package io.whetstone.task.entity;

import java.util.Map;
import java.util.Set;

/** The life of a task. {@link #SUCCESSORS} is the only place that knows which step may follow which. */
public enum TaskStatus {
    PENDING,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    private static final Map<TaskStatus, Set<TaskStatus>> SUCCESSORS = Map.of(
            PENDING, Set.of(RUNNING),
            RUNNING, Set.of(PENDING, RUNNING, COMPLETED, FAILED, CANCELLED));

    /** A running task may become running again: its worker died and another one took it. */
    public boolean canBecome(TaskStatus next) {
        return SUCCESSORS.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean isFinal() {
        return !SUCCESSORS.containsKey(this);
    }
}
