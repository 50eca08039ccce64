package io.whetstone.workspace.service;

import io.whetstone.workspace.entity.WorkspaceKind;
import io.whetstone.workspace.entity.WorkspaceRole;
import java.util.UUID;

/** A workspace as one of its members sees it. */
public record MembershipView(UUID id, String name, WorkspaceKind kind, WorkspaceRole role) {}
