package io.whetstone.comment.service;

import io.whetstone.access.entity.Shareable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say about an object.
 *
 * @param parentId the comment that it answers
 * @param text Markdown
 * @param mentions the people that it names
 */
public record WriteComment(
        @NotNull Shareable resourceType,
        @NotNull UUID resourceId,
        @Nullable UUID parentId,
        @NotBlank @Size(max = 10_000) String text,
        @Nullable @Size(max = 50) Set<@NotNull UUID> mentions) {}
