package io.whetstone.product;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The settings of an identity provider that nobody signs in with. */
final class ProviderBody {
    private ProviderBody() {}

    static Map<String, Object> disabled() {
        var rules = Map.of(
                "buttonText",
                "Sign in",
                "emailDomains",
                List.of(),
                "createAccounts",
                false,
                "linkAccounts",
                false,
                "membersOnly",
                false,
                "mappings",
                List.of());
        var claims = Map.of("email", "email", "name", "name", "groups", "groups");
        var oidc = Map.of(
                "issuer",
                "https://issuer.example",
                "clientId",
                "whetstone",
                "clientAuthentication",
                "none",
                "scopes",
                List.of("email"),
                "claims",
                claims,
                "trustEmail",
                false,
                "signOutAtIssuer",
                false);
        return Map.of("kind", "oidc", "name", "P" + UUID.randomUUID(), "enabled", false, "rules", rules, "oidc", oidc);
    }
}
