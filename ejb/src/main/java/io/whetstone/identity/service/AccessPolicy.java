package io.whetstone.identity.service;

import io.whetstone.identity.entity.RefreshTokenRepository;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Caller;
import io.whetstone.workspace.service.WorkspaceDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * The one place that says yes or no. Every service method of people asks it first. A workspace of others is answered
 * as if it did not exist.
 */
@ApplicationScoped
public class AccessPolicy {
    @Inject
    WorkspaceDirectory workspaces;

    @Inject
    UserRepository users;

    @Inject
    RefreshTokenRepository sessions;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Refuses unless the caller has the permission in this workspace. */
    public void require(Permission permission, UUID workspaceId) {
        requireRole(caller.id(), permission, workspaceId);
    }

    /** The same for a person whose identity was proved before, as on an open socket, if the account is still active. */
    public void requireOf(UUID userId, Permission permission, UUID workspaceId) {
        requireActive(userId);
        requireRole(userId, permission, workspaceId);
    }

    /** Refuses when the account is disabled or all its sessions were ended after the access token was issued. */
    public UUID requireSession() {
        var userId = caller.id();
        requireActive(userId);
        if (sessions.allEndedSince(userId, caller.issuedAt(), clock.instant())) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "The session has ended");
        }
        return userId;
    }

    private void requireActive(UUID userId) {
        var account = users.find(userId);
        if (account.isEmpty() || account.get().status() != UserStatus.ACTIVE) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "The account is disabled");
        }
    }

    private void requireRole(UUID userId, Permission permission, UUID workspaceId) {
        var role = workspaces
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
