package io.whetstone.notification.entity;

/** What people can be told of. */
public enum NotificationKind {
    MENTION,
    REPLY,
    OBJECT_SHARED,
    INVITATION,
    TRAINING_COMPLETED,
    TRAINING_FAILED
}
