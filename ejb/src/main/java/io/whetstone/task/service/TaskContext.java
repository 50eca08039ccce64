package io.whetstone.task.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** What a handler knows of the task that it works on, and how it tells about it. */
public interface TaskContext {
    UUID taskId();

    UUID workspaceId();

    /** The thing that the work is for, such as a dataset. */
    UUID subjectId();

    JsonNode payload();

    /** Tells how far the work is, {@code 0} to {@code 1}. May be called as often as one likes: writes are throttled. */
    void progress(double fraction, String message);

    /** Whether the work should stop: someone asked for it, or another worker has taken the task over. */
    boolean cancelled();
}
