package io.whetstone.access.service;

import io.whetstone.access.entity.WorkspaceRole;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who belongs to which workspace. Answered by the workspaces, in the transaction of whoever asks. */
public interface Memberships {
    Optional<WorkspaceRole> roleOf(UUID workspaceId, UUID userId);

    /** The person's workspaces, the oldest membership first: their own. */
    List<MembershipView> membershipsOf(UUID userId);
}
