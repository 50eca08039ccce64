package io.whetstone.dataset.entity;

/** The life of a dataset version: its file is being read, and then it can be used or it cannot. */
public enum DatasetStatus {
    PROCESSING,
    READY,
    FAILED;

    public boolean canBecome(DatasetStatus next) {
        return this == PROCESSING && next != PROCESSING;
    }
}
