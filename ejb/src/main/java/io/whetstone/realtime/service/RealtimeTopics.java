package io.whetstone.realtime.service;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.ProblemException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The topics that there are, and what each asks of those who follow it: the part before {@code /} decides. */
final class RealtimeTopics {
    private static final int MAX_LENGTH = 120;

    private static final Map<String, Permission> PERMISSIONS = Map.of(
            "activity", Permission.ACTIVITY_READ,
            "comments", Permission.COMMENT_READ,
            "conversations", Permission.CONVERSATION_READ,
            "datasets", Permission.DATASET_READ,
            "models", Permission.MODEL_READ,
            "notifications", Permission.WORKSPACE_READ,
            "tasks", Permission.TASK_READ,
            "training_configurations", Permission.TRAINING_READ,
            "training_jobs", Permission.TRAINING_READ);

    private RealtimeTopics() {}

    /**
     * What a topic asks for.
     *
     * @param type the kind of the one object that it is about, with {@code object}; null for a topic of a workspace
     * @param person the only one who may follow it; null when the permission decides
     */
    record Rule(
            Permission permission,
            @Nullable Shareable type,
            @Nullable UUID object,
            @Nullable UUID person) {}

    static Rule rule(String topic) {
        var parts = topic.split("/", -1);
        var permission = PERMISSIONS.get(parts[0]);
        if (permission == null || topic.length() > MAX_LENGTH) {
            throw unknown(null);
        }
        return switch (parts[0]) {
            case "comments" -> new Rule(permission, type(part(parts, 1, 3)), id(part(parts, 2, 3)), null);
            case "conversations" -> new Rule(permission, Shareable.CONVERSATION, id(part(parts, 1, 2)), null);
            case "notifications" -> new Rule(permission, null, null, id(part(parts, 1, 2)));
            case "training_jobs" ->
                parts.length == 1
                        ? new Rule(permission, null, null, null)
                        : new Rule(permission, Shareable.TRAINING_JOB, id(part(parts, 1, 2)), null);
            default -> new Rule(permission, null, null, null);
        };
    }

    private static String part(String[] parts, int index, int length) {
        if (parts.length != length) {
            throw unknown(null);
        }
        return parts[index];
    }

    private static @Nullable Shareable type(String text) {
        try {
            return EnumText.parse(Shareable.class, text);
        } catch (IllegalArgumentException noType) {
            throw unknown(noType);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw unknown(noId);
        }
    }

    private static ProblemException unknown(@Nullable Throwable cause) {
        var problem = ProblemException.invalid("/topic", "is not a topic");
        if (cause != null) {
            problem.initCause(cause);
        }
        return problem;
    }
}
