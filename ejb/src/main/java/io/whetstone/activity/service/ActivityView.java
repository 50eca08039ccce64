package io.whetstone.activity.service;

import io.whetstone.activity.entity.Activity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the feed.
 *
 * @param action noun and verb, such as {@code dataset.created}
 * @param kind the noun of the action
 * @param subject the kind of thing that it was done to
 * @param subjectName what that was called then; may be empty
 * @param actorId null when the installation itself did it
 */
public record ActivityView(
        UUID id,
        String action,
        String kind,
        String subject,
        @Nullable UUID subjectId,
        String subjectName,
        @Nullable UUID actorId,
        String actorName,
        Instant at) {

    static ActivityView of(Activity it) {
        return new ActivityView(
                it.id(),
                it.action(),
                it.kind(),
                it.subject(),
                it.subjectId(),
                it.subjectName(),
                it.actorId(),
                it.actorName(),
                it.at());
    }
}
