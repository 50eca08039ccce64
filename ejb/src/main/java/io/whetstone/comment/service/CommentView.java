package io.whetstone.comment.service;

import io.whetstone.access.entity.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as its readers see it.
 *
 * @param workspaceId the workspace that the object belongs to
 * @param text Markdown; empty once the comment is deleted
 * @param deleted whether only its place is left, for the replies
 * @param replies in their order; none on a reply
 */
public record CommentView(
        UUID id,
        long version,
        UUID workspaceId,
        Shareable resourceType,
        UUID resourceId,
        @Nullable UUID parentId,
        PersonView author,
        String text,
        List<PersonView> mentions,
        List<ReactionView> reactions,
        Instant createdAt,
        @Nullable Instant editedAt,
        boolean deleted,
        List<CommentView> replies) {}
