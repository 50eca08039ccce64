package io.whetstone.model.entity;

/** Whether a model can be used. {@code FAILED} is final: the import is started anew as another model. */
public enum ModelStatus {
    IMPORTING,
    READY,
    FAILED
}
