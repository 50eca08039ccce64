package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceRole;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Asks somebody to join, whether there is an account of the address or not yet. */
public record InvitePerson(
        @NotBlank @Email @Size(max = 254) String email,
        @NotNull WorkspaceRole role) {}
