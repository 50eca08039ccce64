package io.whetstone.comment.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a comment shall say instead, and whom it names. */
public record EditComment(
        @NotBlank @Size(max = 10_000) String text,
        @Nullable @Size(max = 50) Set<@NotNull UUID> mentions) {}
