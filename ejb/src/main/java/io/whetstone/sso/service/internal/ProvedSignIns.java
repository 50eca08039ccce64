package io.whetstone.sso.service.internal;

import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.service.OneTimePasswords;
import io.whetstone.identity.session.service.ExternalSignIn;
import io.whetstone.identity.session.service.OpenedSession;
import io.whetstone.secondfactor.service.SecondFactorRule;
import io.whetstone.sso.service.SsoCallback;
import io.whetstone.sso.service.SsoFailure;
import io.whetstone.sso.service.SsoReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From a browser's answer to a session: whether the answer counts, who it is, and whose account. */
@ApplicationScoped
public class ProvedSignIns {
    private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    OidcSignIn oidc;

    @Inject
    ExternalAccounts accounts;

    @Inject
    OneTimePasswords passwords;

    @Inject
    ExternalSignIn external;

    @Inject
    ExternalSessions sessions;

    @Inject
    SecondFactorRule secondFactors;

    /** The browser's present secret, so that several tabs may sign in at once, or a new one. */
    public String browser(@Nullable String present) {
        return present != null && BROWSER.matcher(present).matches() ? present : Secrets.random();
    }

    public URI authorization(Provider provider, SignIns.Begun begun, @Nullable String loginHint) {
        try {
            return oidc.authorization(provider, begun.state(), begun.sent(), loginHint);
        } catch (UpstreamException failure) {
            throw failed(failure);
        }
    }

    /** Refuses an answer that came too late, to another browser, or to the address of another provider. */
    public void requireOwn(SignIns.Taken taken, UUID providerId, SsoCallback callback) {
        if (taken.expired()) {
            throw new SsoFailure(SsoReason.STATE_UNKNOWN, "expired");
        }
        var browser = callback.browser() == null ? "" : callback.browser();
        if (!taken.browserHash().equals(Secrets.hash(browser))) {
            throw new SsoFailure(SsoReason.OTHER_BROWSER, "");
        }
        if (!taken.providerId().equals(providerId)) {
            throw new SsoFailure(SsoReason.ISSUER_MIXED_UP, "begun with provider " + taken.providerId());
        }
    }

    public OpenedSession open(Provider provider, SignIns.Taken taken, SsoCallback callback) {
        try {
            var proof = oidc.finish(provider, taken.sent(), callback);
            var userId = account(provider, proof.person());
            requireStrength(proof, userId);
            var session = external.open(userId, SignInMethod.SSO);
            sessions.add(session.sessionId(), provider, proof);
            if (taken.formerSession() != null) {
                external.end(taken.formerSession());
            }
            return session;
        } catch (UpstreamException failure) {
            throw failed(failure);
        }
    }

    /** The session of a browser that begins a sign-in. */
    public @Nullable UUID sessionOf(@Nullable String refreshToken) {
        return refreshToken == null ? null : external.sessionOf(refreshToken).orElse(null);
    }

    /** Where a second factor is required here, an issuer has to say that it asked for one. */
    private void requireStrength(OidcSignIn.Proof proof, UUID userId) {
        var administrator = external.find(userId)
                .filter(user -> user.role() == UserRole.ADMIN)
                .isPresent();
        if (!proof.secondFactor() && secondFactors.isRequiredOf(administrator)) {
            throw new SsoFailure(SsoReason.SECOND_FACTOR_MISSING, "user=" + userId);
        }
    }

    /** The account of a proved person. A hash is slow and needed once only, so no transaction waits for it. */
    UUID account(Provider provider, Person person) {
        return accounts.known(provider, person)
                .orElseGet(
                        () -> accounts.first(provider, person, passwords.next().hash()));
    }

    private static SsoFailure failed(UpstreamException failure) {
        var refused = new SsoFailure(SsoReason.PROVIDER_FAILED, String.valueOf(failure.getMessage()));
        refused.initCause(failure);
        return refused;
    }
}
