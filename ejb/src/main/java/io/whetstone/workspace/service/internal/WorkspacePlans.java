package io.whetstone.workspace.service.internal;

import io.whetstone.flag.service.Plans;
import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.entity.WorkspaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Tells feature flags the plan of a workspace. */
@ApplicationScoped
public class WorkspacePlans implements Plans {
    @Inject
    WorkspaceRepository workspaces;

    @Override
    public Optional<String> planOf(UUID userId, UUID workspaceId) {
        return workspaces
                .member(workspaceId, userId)
                .flatMap(member -> workspaces.find(member.workspaceId()))
                .map(Workspace::plan);
    }
}
