package io.whetstone.flag.service;

import java.util.List;
import java.util.UUID;

/**
 * Who has a feature now.
 *
 * @param asked how many active people were looked at, the oldest accounts first
 * @param on how many of them have it
 * @param people the first of them
 */
public record FlagReach(int asked, int on, List<Person> people) {
    /** Somebody who has it. */
    public record Person(UUID id, String email) {}
}
