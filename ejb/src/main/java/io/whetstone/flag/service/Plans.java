package io.whetstone.flag.service;

import java.util.Optional;
import java.util.UUID;

/** Which plan a person is on, by name. Where no capability answers, nobody is on any. */
public interface Plans {
    Optional<String> planOf(UUID userId);
}
