package io.whetstone.workspace.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.EndedRows;
import io.whetstone.retention.service.EndedPurge;
import io.whetstone.workspace.service.WorkspaceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Invitations to workspaces that were answered or ran out long ago. */
@ApplicationScoped
@SystemScoped
public class EndedInvitations extends EndedPurge {
    @Inject
    WorkspaceConfig config;

    public EndedInvitations() {
        super(EndedRows.WORKSPACE_INVITATIONS);
    }

    @Override
    protected Duration kept() {
        return config.endedInvitationLife();
    }
}
