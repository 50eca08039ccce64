package io.whetstone.model.entity;

/** What a model consists of: whole weights, or a LoRA adapter on top of a base. */
public enum ModelKind {
    BASE,
    ADAPTER
}
