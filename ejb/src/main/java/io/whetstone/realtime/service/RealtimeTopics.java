package io.whetstone.realtime.service;

import io.whetstone.access.service.Permission;
import io.whetstone.kernel.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The topics that there are, and the permission that each needs: the part before {@code /} decides. */
final class RealtimeTopics {
    private static final int MAX_LENGTH = 120;

    private static final Map<String, Permission> PERMISSIONS = Map.of(
            "datasets", Permission.DATASET_READ,
            "models", Permission.MODEL_READ,
            "tasks", Permission.TASK_READ,
            "training_jobs", Permission.TRAINING_READ);

    private RealtimeTopics() {}

    static Permission permission(String topic) {
        var permission = PERMISSIONS.get(topic.split("/", 2)[0]);
        if (permission == null || topic.length() > MAX_LENGTH) {
            throw ProblemException.invalid("/topic", "is not a topic");
        }
        return permission;
    }

    /** The job whose own topic this is; empty for any other topic. */
    static Optional<UUID> trainingJob(String topic) {
        var parts = topic.split("/", 2);
        try {
            return parts.length == 2 && "training_jobs".equals(parts[0])
                    ? Optional.of(UUID.fromString(parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException noId) {
            throw ProblemException.invalid("/topic", "is not a topic");
        }
    }
}
