package io.whetstone.access.service;

import io.whetstone.access.entity.ShareLevel;
import io.whetstone.access.entity.WorkspaceRole;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be allowed or refused in a workspace, with the least role that has it, and the least share of one
 * object that gives it for that object, if any does.
 */
public enum Permission {
    WORKSPACE_READ(WorkspaceRole.VIEWER),
    DATASET_READ(WorkspaceRole.VIEWER, ShareLevel.VIEW),
    DATASET_WRITE(WorkspaceRole.MEMBER, ShareLevel.EDIT),
    UPLOAD_WRITE(WorkspaceRole.MEMBER),
    TASK_READ(WorkspaceRole.VIEWER),
    TASK_CANCEL(WorkspaceRole.MEMBER),
    TRAINING_READ(WorkspaceRole.VIEWER, ShareLevel.VIEW),
    TRAINING_START(WorkspaceRole.MEMBER, ShareLevel.EDIT),
    MODEL_READ(WorkspaceRole.VIEWER, ShareLevel.VIEW),
    MODEL_WRITE(WorkspaceRole.MEMBER, ShareLevel.EDIT),
    CHAT_USE(WorkspaceRole.VIEWER),
    SECRET_READ(WorkspaceRole.MEMBER),
    SECRET_WRITE(WorkspaceRole.ADMIN),
    API_KEY_ADMIN(WorkspaceRole.ADMIN),
    MEMBER_ADMIN(WorkspaceRole.ADMIN),
    SHARE_READ(WorkspaceRole.VIEWER),
    SHARE_WRITE(WorkspaceRole.MEMBER),
    AUDIT_READ(WorkspaceRole.ADMIN),
    SETTING_READ(WorkspaceRole.VIEWER),
    SETTING_WRITE(WorkspaceRole.ADMIN),
    COMMENT_READ(WorkspaceRole.VIEWER, ShareLevel.VIEW),
    COMMENT_WRITE(WorkspaceRole.MEMBER, ShareLevel.COMMENT),
    COMMENT_ADMIN(WorkspaceRole.ADMIN),
    ACTIVITY_READ(WorkspaceRole.VIEWER),
    TRAINING_CONFIGURE(WorkspaceRole.MEMBER, ShareLevel.EDIT),
    CONVERSATION_READ(WorkspaceRole.VIEWER, ShareLevel.VIEW),
    CONVERSATION_WRITE(WorkspaceRole.MEMBER, ShareLevel.EDIT);

    private final WorkspaceRole least;
    private final @Nullable ShareLevel leastShare;

    Permission(WorkspaceRole least) {
        this(least, null);
    }

    Permission(WorkspaceRole least, @Nullable ShareLevel leastShare) {
        this.least = least;
        this.leastShare = leastShare;
    }

    /** Whether a member with this role has the permission. */
    public boolean isGrantedTo(WorkspaceRole role) {
        return role.includes(least);
    }

    /** Whether a share of an object at this level gives the permission for that object. */
    public boolean isGrantedBy(ShareLevel level) {
        return leastShare != null && level.includes(leastShare);
    }
}
