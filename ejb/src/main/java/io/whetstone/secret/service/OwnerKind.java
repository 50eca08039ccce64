package io.whetstone.secret.service;

/** Whose a secret is. A person's own is taken before the workspace's. */
public enum OwnerKind {
    PERSON,
    WORKSPACE
}
