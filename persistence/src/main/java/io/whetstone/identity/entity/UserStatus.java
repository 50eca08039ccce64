package io.whetstone.identity.entity;

/** Whether a person may sign in. */
public enum UserStatus {
    ACTIVE,
    DISABLED
}
