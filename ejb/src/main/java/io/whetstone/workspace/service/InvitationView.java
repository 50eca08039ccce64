package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceRole;
import java.time.Instant;
import java.util.UUID;

/**
 * An invitation to a workspace.
 *
 * @param invitedBy the name of whoever asks
 * @param expired whether it can no longer be accepted
 */
public record InvitationView(
        UUID id,
        UUID workspaceId,
        String workspaceName,
        String email,
        WorkspaceRole role,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt,
        boolean expired) {}
