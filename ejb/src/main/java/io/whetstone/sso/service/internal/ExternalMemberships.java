package io.whetstone.sso.service.internal;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.sso.entity.ExternalMembership;
import io.whetstone.sso.entity.ExternalMembershipRepository;
import io.whetstone.workspace.service.WorkspaceGrants;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Keeps the memberships that a provider's groups give as the groups are now; those made by hand stay as they are. */
@Stateless
@PermitAll
@SystemScoped
public class ExternalMemberships {
    @Inject
    ExternalMembershipRepository memberships;

    @Inject
    WorkspaceGrants grants;

    /** Joins, changes and leaves, until the person is in the workspaces of {@code granted}. */
    public void align(UUID userId, UUID providerId, Map<UUID, WorkspaceRole> granted) {
        var missing = new HashMap<>(granted);
        for (var held : memberships.of(userId, providerId)) {
            var role = missing.remove(held.workspaceId());
            if (role == null) {
                grants.leave(held.workspaceId(), userId);
                memberships.remove(held);
            } else if (!grants.join(held.workspaceId(), userId, role)) {
                grants.changeRole(held.workspaceId(), userId, role);
            }
        }
        missing.forEach((workspaceId, role) -> {
            if (grants.join(workspaceId, userId, role)) {
                memberships.add(new ExternalMembership(userId, workspaceId, providerId));
            }
        });
    }
}
