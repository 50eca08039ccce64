package io.whetstone.apikey.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * One request that a key made.
 *
 * @param userId the person whose rights it had
 * @param path the address without its query
 * @param millis how long it took
 */
public record KeyRequest(
        UUID workspaceId,
        UUID keyId,
        UUID userId,
        Instant at,
        String method,
        String path,
        int status,
        int millis,
        String address) {}
