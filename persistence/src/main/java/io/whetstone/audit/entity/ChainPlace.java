package io.whetstone.audit.entity;

/** A place in the chain of the audit log: the number of a row and its hash. */
public record ChainPlace(long seq, String hash) {
    /** Before the first row. */
    public static final ChainPlace START = new ChainPlace(0, "0".repeat(64));
}
