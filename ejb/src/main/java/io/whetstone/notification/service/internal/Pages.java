package io.whetstone.notification.service.internal;

import io.whetstone.access.entity.Shareable;
import java.util.UUID;

/** Where the application shows what it tells of. */
final class Pages {
    static final String INVITATIONS = "/invitations";
    static final String WORKSPACE = "/workspace";
    static final String API_KEYS = "/settings/api-keys";

    private Pages() {}

    static String of(Shareable type, UUID id) {
        return switch (type) {
            case DATASET -> "/datasets/" + id;
            case TRAINING_JOB -> "/training/jobs/" + id;
            case MODEL -> "/models/" + id;
            case TRAINING_CONFIGURATION -> "/training/configs/" + id;
            case CONVERSATION -> "/chat/" + id;
        };
    }

    static String noun(Shareable type) {
        return switch (type) {
            case DATASET -> "dataset";
            case TRAINING_JOB -> "training job";
            case MODEL -> "model";
            case TRAINING_CONFIGURATION -> "training configuration";
            case CONVERSATION -> "conversation";
        };
    }
}
