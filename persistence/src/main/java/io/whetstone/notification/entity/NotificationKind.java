package io.whetstone.notification.entity;

/** What people can be told of, and whether by mail too unless they say otherwise. */
public enum NotificationKind {
    MENTION(true),
    REPLY(false),
    OBJECT_SHARED(true),
    INVITATION(true),
    TRAINING_COMPLETED(false),
    TRAINING_FAILED(false),
    KEY_ENDING(true);

    private final boolean mailed;

    NotificationKind(boolean mailed) {
        this.mailed = mailed;
    }

    public boolean isMailed() {
        return mailed;
    }
}
