package io.whetstone.comment.service;

import io.whetstone.access.entity.Shareable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said something, or named more people in it. Observed in the transaction that says it. All of those concerned
 * can read the object.
 *
 * @param workspaceId the workspace that the object belongs to
 * @param mentioned the people named that were not named before
 * @param answered the author of the comment that this one replies to; null for a new thread and for a change
 */
public record CommentPosted(
        UUID workspaceId,
        Shareable resourceType,
        UUID resourceId,
        String resourceName,
        UUID commentId,
        UUID authorId,
        String text,
        Set<UUID> mentioned,
        @Nullable UUID answered) {}
