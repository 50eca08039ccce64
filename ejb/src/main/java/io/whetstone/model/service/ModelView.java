package io.whetstone.model.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.model.entity.Model;
import io.whetstone.model.entity.ModelKind;
import io.whetstone.model.entity.ModelStatus;
import io.whetstone.model.entity.ModelVisibility;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model as its users see it.
 *
 * @param name what the chat interface calls it
 * @param systemPrompt what all examples that it learnt from began with: it answers best under the same
 */
public record ModelView(
        UUID id,
        long version,
        UUID workspaceId,
        String name,
        String displayName,
        ModelKind kind,
        ModelStatus status,
        ModelVisibility visibility,
        @Nullable String architecture,
        @Nullable Long parameterCount,
        @Nullable Integer contextLength,
        long sizeBytes,
        @Nullable UUID baseModelId,
        @Nullable UUID trainingJobId,
        @Nullable String systemPrompt,
        @Nullable String licence,
        JsonNode source,
        double progress,
        @Nullable String error,
        Instant createdAt) {

    public static ModelView of(Model model) {
        return new ModelView(
                model.id(),
                model.version(),
                model.workspaceId(),
                model.name(),
                model.displayName(),
                model.kind(),
                model.status(),
                model.visibility(),
                model.architecture(),
                model.parameterCount(),
                model.contextLength(),
                model.sizeBytes(),
                model.baseModelId(),
                model.trainingJobId(),
                model.systemPrompt(),
                model.licence(),
                model.source(),
                model.progress(),
                model.error(),
                model.createdAt());
    }
}
