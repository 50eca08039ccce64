package io.whetstone.workspace.service.internal;

import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.entity.WorkspaceRepository;
import io.whetstone.workspace.service.WorkspaceDeleting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** Workspaces whose time of grace is over: their files are let go, then all their rows. */
@ApplicationScoped
@SystemScoped
public class EndedWorkspaces implements Purgeable {
    @Inject
    WorkspaceRepository workspaces;

    @Inject
    Event<WorkspaceDeleting> deleting;

    @Inject
    Event<Audited> audit;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "workspaces";
    }

    @Override
    public boolean hasExpired() {
        return !workspaces.endedBefore(clock.instant(), 1).isEmpty();
    }

    @Override
    public void purge(int most) {
        workspaces.endedBefore(clock.instant(), most).forEach(this::remove);
    }

    private void remove(Workspace workspace) {
        deleting.fire(new WorkspaceDeleting(workspace.id()));
        audit.fire(Audited.of("workspace.deleted", null, "workspace", workspace.id()));
        workspaces.flush();
        workspaces.remove(workspace);
    }
}
