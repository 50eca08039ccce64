package io.whetstone.realtime.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends.
 *
 * @param after the number of the last event that the client has; without it only new ones come
 */
record LiveMessage(
        @Nullable String type,
        @Nullable String topic,
        @Nullable UUID workspaceId,
        @Nullable Long after) {}
