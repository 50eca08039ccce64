package io.whetstone.identity.entity;

/** What an {@link AccountLink} does. */
public enum LinkKind {
    /** Lets a person take over a new account. */
    INVITATION,
    /** Lets a person choose a new password. */
    RESET,
    /** Proves that a new address is the person's own. */
    EMAIL
}
