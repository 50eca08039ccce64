package io.whetstone.identity.entity;

/** Whether a person may sign in. */
public enum UserStatus {
    /** Made for somebody who has not accepted it yet. */
    PENDING,
    ACTIVE,
    DISABLED
}
