package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.entity.WorkspaceRepository;
import io.whetstone.workspace.service.internal.Founding;
import io.whetstone.workspace.service.internal.Retirement;
import io.whetstone.workspace.service.internal.Standing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do with whole workspaces. Owners decide about the workspace, administrators about its name. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class WorkspaceService {
    @Inject
    WorkspaceRepository workspaces;

    @Inject
    Founding founding;

    @Inject
    Standing standing;

    @Inject
    Retirement retirement;

    @Inject
    Event<Audited> audit;

    @Inject
    AccessPolicy access;

    /** Those of the caller, the own one first. */
    public List<WorkspaceView> mine() {
        var userId = access.requireSelf();
        return workspaces.membershipsOf(userId).stream()
                .flatMap(member -> workspaces.find(member.workspaceId()).stream()
                        .map(workspace -> WorkspaceView.of(workspace, member.role())))
                .toList();
    }

    public WorkspaceView create(@Valid NameWorkspace command) {
        var userId = access.requireSelf();
        var workspace = founding.found(command.name().strip(), userId);
        return announce("workspace.created", workspace, WorkspaceRole.OWNER, Map.of());
    }

    public WorkspaceView get(UUID workspaceId) {
        access.requireSelf();
        var member = standing.member(workspaceId);
        var workspace =
                workspaces.find(workspaceId).orElseThrow(() -> ProblemException.notFound("workspace", workspaceId));
        return WorkspaceView.of(workspace, member.role());
    }

    public WorkspaceView rename(UUID workspaceId, long version, @Valid NameWorkspace command) {
        access.requireSelf();
        var held = standing.require(workspaceId, WorkspaceRole.ADMIN);
        requireVersion(held.workspace(), version);
        var before = Map.<String, Object>of("name", held.workspace().name());
        held.workspace().rename(command.name().strip());
        return announce("workspace.renamed", held.workspace(), held.member().role(), before);
    }

    public WorkspaceView archive(UUID workspaceId) {
        access.requireSelf();
        var held = standing.require(workspaceId, WorkspaceRole.OWNER);
        retirement.archive(held.workspace());
        return announce("workspace.archived", held.workspace(), held.member().role(), Map.of());
    }

    /** Brings it back from the archive, or from a deletion in its time of grace. */
    public WorkspaceView restore(UUID workspaceId) {
        access.requireSelf();
        var held = standing.require(workspaceId, WorkspaceRole.OWNER);
        held.workspace().restore();
        return announce("workspace.restored", held.workspace(), held.member().role(), Map.of());
    }

    /** Has it deleted with all that belongs to it when the time of grace is over; until then it can only be read. */
    public WorkspaceView delete(UUID workspaceId) {
        access.requireSelf();
        var held = standing.require(workspaceId, WorkspaceRole.OWNER);
        retirement.delete(held.workspace());
        return announce(
                "workspace.deletion_requested", held.workspace(), held.member().role(), Map.of());
    }

    private WorkspaceView announce(String action, Workspace workspace, WorkspaceRole role, Map<String, Object> before) {
        workspaces.flush();
        audit.fire(new Audited(
                action, workspace.id(), "workspace", workspace.id(), before, Map.of("name", workspace.name())));
        return WorkspaceView.of(workspace, role);
    }

    private static void requireVersion(Workspace workspace, long version) {
        if (workspace.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The workspace was changed by somebody else");
        }
    }
}
