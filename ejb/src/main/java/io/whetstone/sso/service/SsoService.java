package io.whetstone.sso.service;

import io.whetstone.identity.session.service.OpenedSession;
import io.whetstone.kernel.service.Origin;
import io.whetstone.sso.entity.ProviderKind;
import io.whetstone.sso.service.internal.ProvedSignIns;
import io.whetstone.sso.service.internal.Provider;
import io.whetstone.sso.service.internal.Providers;
import io.whetstone.sso.service.internal.Redirects;
import io.whetstone.sso.service.internal.SignIns;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in by OpenID Connect issuers. The issuer is asked outside of any transaction; the reads and writes are
 * transactions of their own.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SsoService {
    private static final Logger LOGGER = System.getLogger(SsoService.class.getName());

    /** A sign-in on its way: where the browser goes, and the secret of its cookie. */
    public record Begun(URI redirect, String browser) {}

    /** A sign-in that worked: the session, and the page that the person wanted. */
    public record Finished(OpenedSession session, String returnTo) {}

    @Inject
    Providers providers;

    @Inject
    SignIns signIns;

    @Inject
    ProvedSignIns proved;

    @Inject
    Origin origin;

    /** The providers to offer: those of the address's domain, else those of no domain; all without an address. */
    public List<ProviderChoice> choices(@Nullable String email) {
        var all = providers.enabled(ProviderKind.OIDC);
        var own = all.stream()
                .filter(provider -> email == null || provider.rules().covers(email))
                .toList();
        var offered = own.isEmpty()
                ? all.stream()
                        .filter(provider -> provider.rules().emailDomains().isEmpty())
                        .toList()
                : own;
        return offered.stream()
                .map(provider ->
                        new ProviderChoice(provider.id(), provider.rules().buttonText()))
                .toList();
    }

    public Begun begin(BeginSignIn wish) {
        try {
            var provider = enabled(wish.providerId());
            var browser = proved.browser(wish.browser());
            var returnTo = Redirects.own(wish.returnTo());
            var former = proved.sessionOf(wish.refreshToken());
            var begun = signIns.begin(provider.id(), browser, wish.callback().toString(), returnTo, former);
            return new Begun(proved.authorization(provider, begun, wish.loginHint()), browser);
        } catch (SsoFailure failure) {
            throw logged(failure, wish.providerId());
        }
    }

    /** Takes what the browser brought back, and opens a session when all of it holds. */
    public Finished finish(UUID providerId, SsoCallback callback) {
        try {
            var taken = signIns.take(callback.state() == null ? "" : callback.state())
                    .orElseThrow(() -> new SsoFailure(SsoReason.STATE_UNKNOWN, ""));
            proved.requireOwn(taken, providerId, callback);
            return new Finished(proved.open(enabled(providerId), taken, callback), taken.returnTo());
        } catch (SsoFailure failure) {
            throw logged(failure, providerId);
        }
    }

    private Provider enabled(UUID providerId) {
        return providers
                .find(providerId)
                .filter(provider -> provider.enabled() && provider.kind() == ProviderKind.OIDC)
                .orElseThrow(() -> new SsoFailure(SsoReason.PROVIDER_DISABLED, ""));
    }

    private SsoFailure logged(SsoFailure failure, UUID providerId) {
        LOGGER.log(
                Level.INFO,
                "sso.refused provider=%s reason=%s request=%s evidence=%s"
                        .formatted(
                                providerId,
                                failure.reason().code(),
                                origin.requestId(),
                                failure.evidence().replaceAll("\\p{Cntrl}", " ")));
        return failure;
    }
}
