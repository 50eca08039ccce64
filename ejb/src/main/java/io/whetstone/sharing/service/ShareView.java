package io.whetstone.sharing.service;

import io.whetstone.access.entity.ShareLevel;
import io.whetstone.access.entity.Shareable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A share, as both sides see it.
 *
 * @param workspaceId the workspace that the object belongs to
 * @param resourceName what the object is called; null once it is gone
 * @param grantee the name of the person or workspace that it is shared with
 * @param granteeUserId the person; null for a workspace
 * @param granteeWorkspaceId the workspace; null for a person
 * @param sharedBy the name of whoever shared it
 */
public record ShareView(
        UUID id,
        long version,
        UUID workspaceId,
        Shareable resourceType,
        UUID resourceId,
        @Nullable String resourceName,
        String grantee,
        @Nullable UUID granteeUserId,
        @Nullable UUID granteeWorkspaceId,
        ShareLevel level,
        @Nullable String note,
        String sharedBy,
        Instant createdAt) {}
