package io.whetstone.workspace.service;

import java.util.UUID;

/**
 * A workspace is about to go with all its rows. Fired inside that transaction: whoever keeps files for the workspace
 * leaves a message in the outbox that removes them.
 */
public record WorkspaceDeleting(UUID workspaceId) {}
