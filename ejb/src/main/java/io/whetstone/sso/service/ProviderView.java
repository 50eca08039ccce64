package io.whetstone.sso.service;

import io.whetstone.sso.entity.ProviderKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider as administrators see it: with everything but its secret. */
public record ProviderView(
        UUID id,
        long version,
        ProviderKind kind,
        String name,
        boolean enabled,
        ProviderRules rules,
        @Nullable OidcSettings oidc,
        @Nullable LdapSettings ldap,
        boolean hasSecret,
        Instant createdAt,
        Instant updatedAt) {}
