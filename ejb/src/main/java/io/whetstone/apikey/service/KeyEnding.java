package io.whetstone.apikey.service;

import java.time.Instant;
import java.util.UUID;

/**
 * A key is about to end, or has ended by itself.
 *
 * @param end may have been before now
 */
public record KeyEnding(UUID workspaceId, UUID userId, String name, Instant end) {}
