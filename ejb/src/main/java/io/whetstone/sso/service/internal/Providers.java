package io.whetstone.sso.service.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.service.Sealer;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.sso.entity.IdentityProvider;
import io.whetstone.sso.entity.IdentityProviderRepository;
import io.whetstone.sso.entity.ProviderKind;
import io.whetstone.sso.service.LdapSettings;
import io.whetstone.sso.service.OidcSettings;
import io.whetstone.sso.service.ProviderRules;
import io.whetstone.sso.service.SaveProvider;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The providers as they are asked, where nobody is signed in yet. Each method is one short transaction. */
@Stateless
@PermitAll
@SystemScoped
public class Providers {
    @Inject
    IdentityProviderRepository providers;

    @Inject
    Sealer sealer;

    @Inject
    ObjectMapper json;

    public Optional<Provider> find(UUID id) {
        return providers.find(id).map(this::open);
    }

    /** Those that are in use, by name. */
    public List<Provider> enabled(ProviderKind kind) {
        return providers.enabled().stream()
                .filter(provider -> provider.kind() == kind)
                .map(this::open)
                .toList();
    }

    public String seal(UUID providerId, String secret) {
        return sealer.seal(purpose(providerId), secret);
    }

    /** The kept secret, for a command that leaves it with its server; empty for one that does not. */
    public Optional<String> secretFor(UUID id, SaveProvider command) {
        return providers
                .find(id)
                .filter(provider -> provider.sealedSecret() == null || isSameServer(provider, command))
                .map(provider -> open(provider).secret());
    }

    public ProviderRules rules(IdentityProvider provider) {
        return read(provider.rules(), ProviderRules.class);
    }

    public @Nullable OidcSettings oidc(IdentityProvider provider) {
        return provider.kind() == ProviderKind.OIDC ? read(provider.settings(), OidcSettings.class) : null;
    }

    public @Nullable LdapSettings ldap(IdentityProvider provider) {
        return provider.kind() == ProviderKind.LDAP ? read(provider.settings(), LdapSettings.class) : null;
    }

    /** Whether a command leaves the secret with the server that it was given for. */
    public boolean isSameServer(IdentityProvider provider, SaveProvider command) {
        var oidc = oidc(provider);
        var ldap = ldap(provider);
        return (oidc != null
                        && command.oidc() != null
                        && oidc.issuer().equals(command.oidc().issuer()))
                || (ldap != null && command.ldap() != null && isSame(ldap, command.ldap()));
    }

    private static boolean isSame(LdapSettings one, LdapSettings other) {
        return one.server().equals(other.server())
                && one.startTls() == other.startTls()
                && Objects.equals(one.certificateAuthority(), other.certificateAuthority());
    }

    private Provider open(IdentityProvider provider) {
        var sealed = provider.sealedSecret();
        return new Provider(
                provider.id(),
                provider.kind(),
                provider.enabled(),
                rules(provider),
                oidc(provider),
                ldap(provider),
                sealed == null ? "" : sealer.open(purpose(provider.id()), sealed));
    }

    private <T> T read(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The settings of an identity provider cannot be read", corrupt);
        }
    }

    private static String purpose(UUID providerId) {
        return "identity_provider:" + providerId;
    }
}
