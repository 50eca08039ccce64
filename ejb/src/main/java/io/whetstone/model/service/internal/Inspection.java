package io.whetstone.model.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.StorableText;
import io.whetstone.model.entity.ModelFacts;

/** Reads what the inspection of a model printed. */
class Inspection {
    private static final int LICENCE_LENGTH = 2000;

    private Inspection() {}

    static ModelFacts facts(JsonNode printed, long sizeBytes) {
        var licence = printed.path("licence").asText("");
        return new ModelFacts(
                printed.path("architecture").asText("unknown"),
                printed.path("parameterCount").asLong(),
                printed.hasNonNull("contextLength")
                        ? printed.path("contextLength").asInt()
                        : null,
                sizeBytes,
                licence.isEmpty() ? null : StorableText.of(licence, LICENCE_LENGTH));
    }
}
