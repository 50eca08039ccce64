package io.whetstone.access.service;

import io.whetstone.access.entity.WorkspaceRole;

/** Everything that can be allowed or refused in a workspace, with the least role that has it. */
public enum Permission {
    WORKSPACE_READ(WorkspaceRole.VIEWER),
    DATASET_READ(WorkspaceRole.VIEWER),
    DATASET_WRITE(WorkspaceRole.MEMBER),
    UPLOAD_WRITE(WorkspaceRole.MEMBER),
    TASK_READ(WorkspaceRole.VIEWER),
    TASK_CANCEL(WorkspaceRole.MEMBER),
    TRAINING_READ(WorkspaceRole.VIEWER),
    TRAINING_START(WorkspaceRole.MEMBER),
    MODEL_READ(WorkspaceRole.VIEWER),
    MODEL_WRITE(WorkspaceRole.MEMBER),
    CHAT_USE(WorkspaceRole.VIEWER),
    AUDIT_READ(WorkspaceRole.ADMIN),
    SETTING_READ(WorkspaceRole.VIEWER),
    SETTING_WRITE(WorkspaceRole.ADMIN);

    private final WorkspaceRole least;

    Permission(WorkspaceRole least) {
        this.least = least;
    }

    /** Whether a member with this role has the permission. */
    public boolean isGrantedTo(WorkspaceRole role) {
        return role.includes(least);
    }
}
