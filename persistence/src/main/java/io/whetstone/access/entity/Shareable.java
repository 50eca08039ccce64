package io.whetstone.access.entity;

/** The kinds of objects that can be shared beyond their workspace. */
public enum Shareable {
    DATASET,
    TRAINING_JOB,
    MODEL,
    TRAINING_CONFIGURATION,
    CONVERSATION;

    /** Whether it is its maker's alone until it is shared, even inside its workspace. */
    public boolean isPersonal() {
        return this == CONVERSATION;
    }
}
