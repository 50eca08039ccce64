package io.whetstone.model.entity;

/** Who sees a model besides the administrators of its workspace. */
public enum ModelVisibility {
    WORKSPACE,
    EVERYONE
}
