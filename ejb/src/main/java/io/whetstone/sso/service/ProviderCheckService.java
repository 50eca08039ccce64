package io.whetstone.sso.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.ProblemException;
import io.whetstone.sso.service.internal.LdapCheck;
import io.whetstone.sso.service.internal.OidcCheck;
import io.whetstone.sso.service.internal.Provider;
import io.whetstone.sso.service.internal.ProviderRulesCheck;
import io.whetstone.sso.service.internal.Providers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/** Tries a provider's settings out, for administrators. Outside of any transaction, since it waits for others. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderCheckService {
    @Inject
    Providers providers;

    @Inject
    OidcCheck oidc;

    @Inject
    LdapCheck ldap;

    @Inject
    AccessPolicy access;

    /**
     * Goes as far as the settings carry.
     *
     * @param callback where the issuer would send the browser back to
     */
    public CheckView check(@Valid CheckProvider command, URI callback) {
        access.requireAdministrator();

        var draft = draft(command);
        return draft.oidc() == null ? ldap.run(draft, command.email()) : oidc.run(draft, callback);
    }

    private Provider draft(CheckProvider command) {
        var wanted = command.provider();
        var secret = secret(command);
        ProviderRulesCheck.require(wanted, !secret.isEmpty());
        var id = Objects.requireNonNullElseGet(command.providerId(), UUID::randomUUID);
        return new Provider(id, wanted.kind(), true, wanted.rules(), wanted.oidc(), wanted.ldap(), secret);
    }

    private String secret(CheckProvider command) {
        var given = command.provider().secret();
        if (given != null || command.providerId() == null) {
            return Objects.requireNonNullElse(given, "");
        }
        return providers
                .secretFor(command.providerId(), command.provider())
                .orElseThrow(() ->
                        ProblemException.invalid("/provider/secret", "must be given, since it is for another server"));
    }
}
