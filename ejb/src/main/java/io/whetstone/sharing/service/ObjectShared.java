package io.whetstone.sharing.service;

import io.whetstone.access.entity.ShareLevel;
import io.whetstone.access.entity.Shareable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An object was shared, with a person or a workspace. Observed in the transaction that shares it. */
public record ObjectShared(
        UUID workspaceId,
        Shareable resourceType,
        UUID resourceId,
        String resourceName,
        ShareLevel level,
        UUID sharedBy,
        @Nullable UUID granteeUserId,
        @Nullable UUID granteeWorkspaceId) {}
