package io.whetstone.system.service;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the installation is.
 *
 * @param parts what capabilities add, each under its own name beside the other fields
 */
public record SystemStatusView(
        String version,
        Instant startedAt,
        List<Check> checks,
        Memory memory,
        Storage storage,
        @JsonAnyGetter Map<String, Object> parts) {
    /** The heap of the server, in bytes. */
    public record Memory(long usedBytes, long maxBytes) {}

    /** The disk of the storage, in bytes. */
    public record Storage(long usedBytes, long freeBytes) {}
}
