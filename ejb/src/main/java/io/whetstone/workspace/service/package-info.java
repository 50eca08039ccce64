/**
 * Workspaces: what everything belongs to, who is in them, and how people come in and go. Memberships are read here; the
 * access policy judges them. It knows nothing of what a workspace holds: who keeps something hears {@link
 * io.whetstone.workspace.service.WorkspaceDeleting}.
 */
@NullMarked
package io.whetstone.workspace.service;

import org.jspecify.annotations.NullMarked;
