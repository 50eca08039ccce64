package io.whetstone.sso.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.sso.entity.IdentityProvider;
import io.whetstone.sso.entity.IdentityProviderRepository;
import io.whetstone.sso.service.internal.ProviderRulesCheck;
import io.whetstone.sso.service.internal.Providers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** What an administrator does with the identity providers. A secret goes in and never comes out. */
@Stateless
@RolesAllowed("admin")
@SystemScoped
public class IdentityProviderService {
    @Inject
    IdentityProviderRepository providers;

    @Inject
    Providers opened;

    @Inject
    AccessPolicy access;

    @Inject
    ObjectMapper json;

    @Inject
    Event<Audited> audit;

    @Inject
    Clock clock;

    /** All of them, newest first; there are never more than fit one page. */
    public Page<ProviderView> list() {
        access.requireAdministrator();

        return new Page<>(providers.all().stream().map(this::view).toList(), null);
    }

    public ProviderView get(UUID providerId) {
        access.requireAdministrator();

        return view(providers.find(providerId).orElseThrow(() -> missing(providerId)));
    }

    public ProviderView create(@Valid SaveProvider command) {
        access.requireAdministrator();

        var secret = command.secret() == null ? "" : command.secret();
        ProviderRulesCheck.require(command, !secret.isEmpty());
        requireFreeName(command.name(), null);
        if (providers.all().size() >= IdentityProviderRepository.MOST) {
            throw new ProblemException(ProblemType.CONFLICT, "There are as many identity providers as there can be");
        }
        var provider = new IdentityProvider(
                command.kind(), command.name(), json.valueToTree(command.rules()), settings(command), clock.instant());
        provider.enable(command.enabled());
        keepSecret(provider, secret);
        providers.add(provider);
        providers.flush();
        record("identity_provider.created", provider, Map.of());
        return view(provider);
    }

    public ProviderView change(UUID providerId, long version, @Valid SaveProvider command) {
        access.requireAdministrator();

        var provider = find(providerId, version);
        if (provider.kind() != command.kind()) {
            throw ProblemException.invalid("/kind", "cannot be changed; make another provider");
        }
        ProviderRulesCheck.require(command, hasSecretAfter(provider, command));
        requireFreeName(command.name(), providerId);
        var before = facts(provider);
        provider.configure(command.name(), json.valueToTree(command.rules()), settings(command), clock.instant());
        provider.enable(command.enabled());
        if (command.secret() != null) {
            keepSecret(provider, command.secret());
        }
        providers.flush();
        record("identity_provider.changed", provider, before);
        return view(provider);
    }

    public void delete(UUID providerId, long version) {
        access.requireAdministrator();

        var provider = find(providerId, version);
        var before = facts(provider);
        providers.remove(provider);
        providers.flush();
        audit.fire(new Audited("identity_provider.deleted", null, "identity_provider", providerId, before, Map.of()));
    }

    /** A secret was given for one server. Whoever names another server must know the secret as well. */
    private boolean hasSecretAfter(IdentityProvider provider, SaveProvider command) {
        if (command.secret() != null) {
            return !command.secret().isEmpty();
        }
        if (provider.sealedSecret() != null && !opened.isSameServer(provider, command)) {
            throw ProblemException.invalid("/secret", "must be given again, since it was meant for another server");
        }
        return provider.sealedSecret() != null;
    }

    private void keepSecret(IdentityProvider provider, String secret) {
        provider.keepSecret(secret.isEmpty() ? null : opened.seal(provider.id(), secret));
    }

    private JsonNode settings(SaveProvider command) {
        return json.valueToTree(command.oidc() == null ? command.ldap() : command.oidc());
    }

    private void requireFreeName(String name, @org.jspecify.annotations.Nullable UUID own) {
        providers.findByName(name).filter(other -> !other.id().equals(own)).ifPresent(other -> {
            throw new ProblemException(ProblemType.CONFLICT, "There is an identity provider of this name already");
        });
    }

    private IdentityProvider find(UUID providerId, long version) {
        var provider = providers.lock(providerId).orElseThrow(() -> missing(providerId));
        if (provider.version() != version) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, "The identity provider was changed by somebody else");
        }
        return provider;
    }

    private static ProblemException missing(UUID providerId) {
        return ProblemException.notFound("identity provider", providerId);
    }

    private void record(String action, IdentityProvider provider, Map<String, Object> before) {
        audit.fire(new Audited(action, null, "identity_provider", provider.id(), before, facts(provider)));
    }

    private static Map<String, Object> facts(IdentityProvider provider) {
        return Map.of(
                "name", provider.name(),
                "enabled", provider.enabled(),
                "rules", provider.rules(),
                "settings", provider.settings(),
                "hasSecret", provider.sealedSecret() != null);
    }

    private ProviderView view(IdentityProvider provider) {
        return new ProviderView(
                provider.id(),
                provider.version(),
                provider.kind(),
                provider.name(),
                provider.enabled(),
                opened.rules(provider),
                opened.oidc(provider),
                opened.ldap(provider),
                provider.sealedSecret() != null,
                provider.createdAt(),
                provider.updatedAt());
    }
}
