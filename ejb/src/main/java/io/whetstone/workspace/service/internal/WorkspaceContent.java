package io.whetstone.workspace.service.internal;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.entity.WorkspaceRepository;
import io.whetstone.workspace.entity.WorkspaceRows;
import io.whetstone.workspace.service.ExportedFile;
import io.whetstone.workspace.service.ExportedFiles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads what an export holds, for administrators of the workspace. Each method is one short transaction. */
@Stateless
@PermitAll
@TenantScoped
public class WorkspaceContent {
    @Inject
    WorkspaceRows rows;

    @Inject
    WorkspaceRepository workspaces;

    @Inject
    @Any
    Instance<ExportedFiles> files;

    @Inject
    Standing standing;

    @Inject
    Event<Audited> audit;

    /** The workspace's name, unless the caller may not have all of it. */
    public String requireMay(UUID workspaceId) {
        standing.requireRole(workspaceId, WorkspaceRole.ADMIN);
        return workspaces.find(workspaceId).map(Workspace::name).orElse("");
    }

    /** Notes that somebody takes everything along. */
    public void begin(UUID workspaceId) {
        standing.requireRole(workspaceId, WorkspaceRole.ADMIN);
        audit.fire(Audited.of("workspace.exported", workspaceId, "workspace", workspaceId));
    }

    public List<String> tables() {
        return rows.tables();
    }

    /** Hands out the rows of a table as lines of JSON. */
    public void each(String table, UUID workspaceId, Consumer<String> line) {
        rows.each(table, workspaceId, line);
    }

    public List<ExportedFile> files(UUID workspaceId) {
        return files.stream().flatMap(kind -> kind.of(workspaceId).stream()).toList();
    }
}
