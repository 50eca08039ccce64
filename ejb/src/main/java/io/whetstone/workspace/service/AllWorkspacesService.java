package io.whetstone.workspace.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.entity.WorkspaceRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators of the installation do with workspaces, whoever's they are: they see that one is there. */
@Stateless
@RolesAllowed("admin")
@SystemScoped
public class AllWorkspacesService {
    @Inject
    WorkspaceRepository workspaces;

    @Inject
    AccessPolicy access;

    @Inject
    Event<Audited> audit;

    /** Those whose name holds the text, newest first. */
    public Page<AnyWorkspaceView> list(String text, @Nullable String cursor, @Nullable Integer limit) {
        access.requireAdministrator();

        var size = Page.limit(limit);
        var found = workspaces.newest(text, Cursor.parse(cursor), size);
        return Page.of(found, size, it -> new Cursor(it.createdAt(), it.id()), this::view);
    }

    public AnyWorkspaceView changePlan(UUID workspaceId, long version, @Valid ChangePlan command) {
        access.requireAdministrator();

        var workspace =
                workspaces.lock(workspaceId).orElseThrow(() -> ProblemException.notFound("workspace", workspaceId));
        if (workspace.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The workspace was changed by somebody else");
        }
        var before = workspace.plan();
        workspace.changePlan(command.plan().strip());
        workspaces.flush();
        audit.fire(new Audited(
                "workspace.plan_changed",
                workspaceId,
                "workspace",
                workspaceId,
                Map.of("plan", before),
                Map.of("plan", workspace.plan())));
        return view(workspace);
    }

    private AnyWorkspaceView view(Workspace workspace) {
        return AnyWorkspaceView.of(workspace, workspaces.countMembers(workspace.id()));
    }
}
