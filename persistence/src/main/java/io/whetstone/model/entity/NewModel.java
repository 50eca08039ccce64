package io.whetstone.model.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that must be known of a model before its files are there. {@code createdBy} is absent for the system's own. */
public record NewModel(
        UUID workspaceId,
        String name,
        String displayName,
        JsonNode source,
        @Nullable UUID createdBy) {}
