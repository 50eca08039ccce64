package io.whetstone.workspace.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A name for a new or an existing workspace. */
public record NameWorkspace(@NotBlank @Size(max = 120) String name) {}
