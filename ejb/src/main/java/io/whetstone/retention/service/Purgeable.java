package io.whetstone.retention.service;

/** Things of one kind that are kept for a while only. Both methods join the transaction of the purge job. */
public interface Purgeable {
    /** A name for the log, as {@code uploads}. */
    String name();

    boolean hasExpired();

    /** Removes up to {@code most} of what has expired, the oldest first. */
    void purge(int most);
}
