package io.whetstone.task.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.task.entity.Task;
import java.util.UUID;

/**
 * A task that this node has taken.
 *
 * @param lastAttempt whether a failure of this attempt is the end
 * @param exhausted whether all attempts have died with their workers, so that there is none left
 */
public record Claim(
        UUID id,
        UUID workspaceId,
        UUID subjectId,
        String kind,
        JsonNode payload,
        boolean cancelRequested,
        boolean lastAttempt,
        boolean exhausted) {
    static Claim of(Task task) {
        return new Claim(
                task.id(),
                task.workspaceId(),
                task.subjectId(),
                task.kind(),
                task.payload(),
                task.cancelRequested(),
                task.attempts() >= Task.MAX_ATTEMPTS,
                task.isExhausted());
    }
}
