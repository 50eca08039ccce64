package io.whetstone.workspace.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long invitations and deleted workspaces wait. */
@ApplicationScoped
public class WorkspaceConfig {
    @Inject
    @ConfigProperty(name = "whetstone.workspace.invitation-life", defaultValue = "P14D")
    Duration invitationLife;

    @Inject
    @ConfigProperty(name = "whetstone.workspace.deletion-grace", defaultValue = "P30D")
    Duration deletionGrace;

    @Inject
    @ConfigProperty(name = "whetstone.workspace.ended-invitation-life", defaultValue = "P90D")
    Duration endedInvitationLife;

    /** How long an invitation to a workspace can be accepted. */
    public Duration invitationLife() {
        return invitationLife;
    }

    /** How long a deleted workspace can be brought back. */
    public Duration deletionGrace() {
        return deletionGrace;
    }

    /** How long answered and expired invitations are kept. */
    public Duration endedInvitationLife() {
        return endedInvitationLife;
    }
}
