package io.whetstone.access.service;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * The one place that says yes or no. Every service method of people asks it first. A workspace of others is answered
 * as if it did not exist.
 */
@ApplicationScoped
public class AccessPolicy {
    @Inject
    Memberships memberships;

    @Inject
    Caller caller;

    /** Refuses unless the caller has the permission in this workspace. */
    public void require(Permission permission, UUID workspaceId) {
        requireOf(caller.id(), permission, workspaceId);
    }

    /** The same for a person whose identity was proved before, as on an open socket. */
    public void requireOf(UUID userId, Permission permission, UUID workspaceId) {
        var role = memberships
                .roleOf(workspaceId, userId)
                .orElseThrow(() -> ProblemException.notFound("workspace", workspaceId));
        if (!permission.isGrantedTo(role)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Your role in this workspace does not allow " + permission);
        }
    }

    /** Refuses unless the caller administers this installation. */
    public void requireAdministrator() {
        if (!caller.isAdmin()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only an administrator may do this");
        }
    }

    /** Only that somebody is signed in: for what is the caller's own by construction. */
    public UUID requireSelf() {
        return caller.id();
    }
}
