package io.whetstone.sso.service.internal;

import io.whetstone.identity.session.service.DirectorySignIn;
import io.whetstone.sso.entity.ProviderKind;
import io.whetstone.sso.service.SsoFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/**
 * The password sign-in of people whom a directory knows: the directories of the address's domain are asked, or those of
 * no domain where there is none.
 */
@ApplicationScoped
public class LdapSignIn implements DirectorySignIn {
    private static final Logger LOGGER = System.getLogger(LdapSignIn.class.getName());

    @Inject
    Providers providers;

    @Inject
    LdapDirectories directories;

    @Inject
    ProvedSignIns proved;

    @Override
    public Optional<UUID> signIn(String email, String password) {
        var all = providers.enabled(ProviderKind.LDAP);
        var own =
                all.stream().filter(provider -> provider.rules().covers(email)).toList();
        var asked = own.isEmpty()
                ? all.stream()
                        .filter(provider -> provider.rules().emailDomains().isEmpty())
                        .toList()
                : own;
        return asked.stream()
                .flatMap(provider -> signIn(provider, email, password).stream())
                .findFirst();
    }

    /** A directory that cannot be asked knows nobody, so that the next one is asked; it is logged. */
    private Optional<UUID> signIn(Provider provider, String email, String password) {
        try {
            return directories.authenticate(provider, email, password).map(person -> proved.account(provider, person));
        } catch (UpstreamException failure) {
            LOGGER.log(Level.WARNING, "ldap.failed provider=" + provider.id(), failure);
            return Optional.empty();
        } catch (SsoFailure failure) {
            LOGGER.log(
                    Level.INFO,
                    "sso.refused provider=%s reason=%s"
                            .formatted(provider.id(), failure.reason().code()));
            throw failure;
        }
    }
}
