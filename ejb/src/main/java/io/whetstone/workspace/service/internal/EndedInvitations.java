package io.whetstone.workspace.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.workspace.entity.InvitationRepository;
import io.whetstone.workspace.service.WorkspaceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Invitations to workspaces that were answered or ran out long ago. */
@ApplicationScoped
@SystemScoped
public class EndedInvitations implements Purgeable {
    @Inject
    InvitationRepository invitations;

    @Inject
    WorkspaceConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "workspace_invitations";
    }

    @Override
    public boolean hasExpired() {
        return invitations.hasEndedBefore(limit());
    }

    @Override
    public void purge(int most) {
        invitations.removeEndedBefore(limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(config.endedInvitationLife());
    }
}
