package io.whetstone.workspace.service.internal;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.entity.WorkspaceMember;
import io.whetstone.workspace.entity.WorkspaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What the caller is in a workspace, an archived one too: bringing it back needs the role that it had before. */
@ApplicationScoped
public class Standing {
    @Inject
    WorkspaceRepository workspaces;

    @Inject
    AccessPolicy access;

    /** A workspace under lock, and the caller's membership in it. */
    public record Held(Workspace workspace, WorkspaceMember member) {}

    /** Locks the workspace for a change, unless the caller has not this role at least. */
    public Held require(UUID workspaceId, WorkspaceRole least) {
        var member = requireRole(workspaceId, least);
        var workspace = workspaces.lock(workspaceId).orElseThrow(() -> missing(workspaceId));
        return new Held(workspace, member);
    }

    /** Refuses unless the caller has at least this role. */
    public WorkspaceMember requireRole(UUID workspaceId, WorkspaceRole least) {
        var member = member(workspaceId);
        if (!member.role().includes(least)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Only %s may do this".formatted(least == WorkspaceRole.OWNER ? "an owner" : "an administrator"));
        }
        return member;
    }

    public WorkspaceMember member(UUID workspaceId) {
        return workspaces.member(workspaceId, access.requireSelf()).orElseThrow(() -> missing(workspaceId));
    }

    private static ProblemException missing(UUID workspaceId) {
        return ProblemException.notFound("workspace", workspaceId);
    }
}
