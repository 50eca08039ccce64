package io.whetstone.workspace.service.internal;

import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.service.WorkspaceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Puts workspaces into the archive and on the way out. */
@ApplicationScoped
public class Retirement {
    @Inject
    WorkspaceConfig config;

    @Inject
    Clock clock;

    public void archive(Workspace workspace) {
        workspace.archive(clock.instant());
    }

    /** Has it deleted when the time of grace is over. */
    public void delete(Workspace workspace) {
        var now = clock.instant();
        workspace.deleteAt(now, now.plus(config.deletionGrace()));
    }
}
