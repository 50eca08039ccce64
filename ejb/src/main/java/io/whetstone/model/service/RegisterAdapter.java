package io.whetstone.model.service;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for the result of a training job to be kept as a model. {@code peftFolder} is a path on this node. */
public record RegisterAdapter(
        UUID workspaceId,
        String displayName,
        UUID baseModelId,
        UUID trainingJobId,
        String peftFolder,
        @Nullable UUID createdBy) {}
