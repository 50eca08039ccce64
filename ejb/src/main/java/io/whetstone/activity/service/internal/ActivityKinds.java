package io.whetstone.activity.service.internal;

import io.whetstone.activity.entity.Activity;
import java.util.Set;

/** Which events the members of a workspace may read of; the rest is for those who read the audit log. */
final class ActivityKinds {
    private static final Set<String> SHOWN = Set.of(
            "comment",
            "conversation",
            "dataset",
            "member",
            "model",
            "share",
            "training_configuration",
            "training_job",
            "workspace");

    private ActivityKinds() {}

    /** Invitations are for administrators, but who has come is for everybody. */
    static boolean shows(String action) {
        return SHOWN.contains(Activity.kindOf(action)) || "invitation.accepted".equals(action);
    }
}
