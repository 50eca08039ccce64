package io.whetstone.access.service;

import io.whetstone.access.entity.WorkspaceKind;
import io.whetstone.access.entity.WorkspaceRole;
import java.util.UUID;

/**
 * A workspace as one of its members sees it.
 *
 * @param archived whether it can only be read
 */
public record MembershipView(UUID id, String name, WorkspaceKind kind, WorkspaceRole role, boolean archived) {}
