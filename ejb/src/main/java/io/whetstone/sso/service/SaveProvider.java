package io.whetstone.sso.service;

import io.whetstone.sso.entity.ProviderKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A provider as an administrator wants it; exactly the settings of its kind are given.
 *
 * @param secret the client secret or the bind password; null keeps the present one, an empty text removes it
 */
public record SaveProvider(
        @NotNull ProviderKind kind,
        @NotBlank @Size(max = 80) String name,
        boolean enabled,
        @NotNull @Valid ProviderRules rules,
        @Nullable @Valid OidcSettings oidc,
        @Nullable @Valid LdapSettings ldap,
        @Nullable @Size(max = 1000) String secret) {}
