package io.whetstone.workspace.service;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The plan that a workspace is to be on; the rules of feature flags know it by this name. */
public record ChangePlan(
        @NotNull
        @Size(max = 64)
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9 ._-]*",
                message = "must begin with a letter or digit, and hold letters, digits, spaces, dots, dashes only")
        String plan) {}
