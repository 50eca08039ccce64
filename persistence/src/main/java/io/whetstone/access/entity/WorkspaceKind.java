package io.whetstone.access.entity;

/** Whether a workspace belongs to one person or to a team. */
public enum WorkspaceKind {
    PERSONAL,
    TEAM
}
