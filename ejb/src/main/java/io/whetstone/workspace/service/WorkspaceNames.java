package io.whetstone.workspace.service;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.workspace.entity.Workspace;
import io.whetstone.workspace.entity.WorkspaceMember;
import io.whetstone.workspace.entity.WorkspaceRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Workspaces for other capabilities. It judges nothing: whoever asks has asked for permission before. */
@Stateless
@PermitAll
@SystemScoped
public class WorkspaceNames {
    @Inject
    WorkspaceRepository workspaces;

    /** What a workspace is called; an empty text when there is none. */
    public String of(@Nullable UUID workspaceId) {
        return workspaceId == null
                ? ""
                : workspaces.find(workspaceId).map(Workspace::name).orElse("");
    }

    /** The people in a workspace. */
    public List<UUID> peopleIn(UUID workspaceId) {
        return workspaces.members(workspaceId).stream()
                .map(WorkspaceMember::userId)
                .toList();
    }
}
