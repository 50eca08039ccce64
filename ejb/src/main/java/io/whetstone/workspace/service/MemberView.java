package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceRole;
import java.time.Instant;
import java.util.UUID;

/** A person in a workspace, as the others in it see them. */
public record MemberView(UUID userId, String email, String displayName, WorkspaceRole role, Instant joinedAt) {}
