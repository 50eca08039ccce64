package io.whetstone.access.entity;

/** What a member may do in a workspace; each role includes those after it. */
public enum WorkspaceRole {
    OWNER,
    ADMIN,
    MEMBER,
    VIEWER;

    /** Whether this role has at least the rights of {@code other}. */
    public boolean includes(WorkspaceRole other) {
        return compareTo(other) <= 0;
    }
}
