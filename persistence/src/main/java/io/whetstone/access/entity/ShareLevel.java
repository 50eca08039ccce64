package io.whetstone.access.entity;

/** What a share allows; each level includes those before it. */
public enum ShareLevel {
    VIEW,
    COMMENT,
    EDIT;

    /** Whether this level has at least the rights of {@code other}. */
    public boolean includes(ShareLevel other) {
        return compareTo(other) >= 0;
    }
}
