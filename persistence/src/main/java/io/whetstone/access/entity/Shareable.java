package io.whetstone.access.entity;

/** The kinds of objects that can be shared beyond their workspace. */
public enum Shareable {
    DATASET,
    TRAINING_JOB,
    MODEL
}
