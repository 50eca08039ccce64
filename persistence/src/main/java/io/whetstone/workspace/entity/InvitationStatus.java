package io.whetstone.workspace.entity;

/** What became of an invitation. One that nobody answered in time stays pending and can no longer be accepted. */
public enum InvitationStatus {
    PENDING,
    ACCEPTED,
    DECLINED,
    REVOKED
}
