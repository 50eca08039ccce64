package io.whetstone.system.service;

/** A capability's part of the system status. Every CDI bean of this type is asked, in a transaction of the system. */
public interface StatusPart {
    /** The key in the answer, as {@code runners}. */
    String name();

    /** What to show, written as JSON. */
    Object value();
}
