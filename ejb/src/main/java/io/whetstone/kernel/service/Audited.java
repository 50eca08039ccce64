package io.whetstone.kernel.service;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administrative or security event, or a change of what others see. Fire it with CDI inside the transaction of the
 * change: the audit log is written with it or not at all. Who, when and from where is added there.
 *
 * @param action noun and verb, such as {@code user.created}
 * @param workspaceId the workspace that it concerns; null when it concerns the installation
 * @param subject the kind of thing, such as {@code user}
 * @param subjectId which one
 * @param before the changed fields as they were, without secrets
 * @param after the changed fields as they are, without secrets
 * @param by the person, where the call has no principal; null for the principal or the system
 */
public record Audited(
        String action,
        @Nullable UUID workspaceId,
        String subject,
        @Nullable UUID subjectId,
        Map<String, Object> before,
        Map<String, Object> after,
        @Nullable Person by,
        boolean bySystem) {
    /**
     * Whose doing it is where no principal says so, as when somebody signs in.
     *
     * @param proved whether it was proved; an account that somebody only named may be anybody's doing
     */
    public record Person(UUID id, boolean proved) {}

    public Audited {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** An event of the principal of this call, or of the system. */
    public Audited(
            String action,
            @Nullable UUID workspaceId,
            String subject,
            @Nullable UUID subjectId,
            Map<String, Object> before,
            Map<String, Object> after) {
        this(action, workspaceId, subject, subjectId, before, after, null);
    }

    public Audited(
            String action,
            @Nullable UUID workspaceId,
            String subject,
            @Nullable UUID subjectId,
            Map<String, Object> before,
            Map<String, Object> after,
            @Nullable Person by) {
        this(action, workspaceId, subject, subjectId, before, after, by, false);
    }

    /** The same as the system's own doing, whoever asked when it came up. */
    public Audited ofSystem() {
        return new Audited(action, workspaceId, subject, subjectId, before, after, null, true);
    }

    /** An event without fields to compare. */
    public static Audited of(String action, @Nullable UUID workspaceId, String subject, @Nullable UUID subjectId) {
        return new Audited(action, workspaceId, subject, subjectId, Map.of(), Map.of());
    }
}
