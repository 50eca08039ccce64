package io.whetstone.model.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Asks for a new base model. */
public record CreateModel(
        @NotNull UUID workspaceId,
        @NotBlank @Size(max = 200) String name,
        @NotNull @Valid ModelSource source) {}
