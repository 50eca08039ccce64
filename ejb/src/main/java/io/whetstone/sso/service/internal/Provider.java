package io.whetstone.sso.service.internal;

import io.whetstone.sso.entity.ProviderKind;
import io.whetstone.sso.service.LdapSettings;
import io.whetstone.sso.service.OidcSettings;
import io.whetstone.sso.service.ProviderRules;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider with its settings read and its secret opened, for as long as it takes to ask it. */
public record Provider(
        UUID id,
        ProviderKind kind,
        boolean enabled,
        ProviderRules rules,
        @Nullable OidcSettings oidc,
        @Nullable LdapSettings ldap,
        String secret) {

    OidcSettings issuer() {
        return Objects.requireNonNull(oidc, "not an OpenID Connect provider");
    }

    LdapSettings directory() {
        return Objects.requireNonNull(ldap, "not a directory");
    }

    /** Without its secret, so that none reaches a log line. */
    @Override
    public String toString() {
        return "%s %s".formatted(kind, id);
    }
}
