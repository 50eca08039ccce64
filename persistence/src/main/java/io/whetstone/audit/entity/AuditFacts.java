package io.whetstone.audit.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done to what, and the fields that it changed. */
public record AuditFacts(
        String action,
        @Nullable UUID workspaceId,
        String subject,
        @Nullable UUID subjectId,
        JsonNode before,
        JsonNode after) {}
