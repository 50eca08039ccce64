package io.whetstone.training.service.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was newly read of a trainer's files, and how far. {@code show} asks for the figures to be shown in browsers even
 * if nothing but numbers changed; {@code logTail} is there when the trainer told of its failure.
 */
record Batch(
        List<JsonNode> events,
        long eventOffset,
        List<String> logLines,
        long logOffset,
        boolean show,
        @Nullable String logTail) {}
