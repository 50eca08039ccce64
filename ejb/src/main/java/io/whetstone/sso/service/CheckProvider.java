package io.whetstone.sso.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a provider's settings work, before they are kept.
 *
 * @param providerId whose kept secret is used when {@code provider} has none; its server must be the same
 * @param email whom a directory is asked for; nobody's password is needed
 */
public record CheckProvider(
        @NotNull @Valid SaveProvider provider,
        @Nullable UUID providerId,
        @Nullable @Email @Size(max = 254) String email) {}
