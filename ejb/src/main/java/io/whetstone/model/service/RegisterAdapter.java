package io.whetstone.model.service;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the result of a training job to be kept as a model.
 *
 * @param peftFolder a path on this node
 * @param systemPrompt what all examples began with; empty where they shared none
 */
public record RegisterAdapter(
        UUID workspaceId,
        String displayName,
        UUID baseModelId,
        UUID trainingJobId,
        String peftFolder,
        String systemPrompt,
        @Nullable UUID createdBy) {}
