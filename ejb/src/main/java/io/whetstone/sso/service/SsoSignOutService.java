package io.whetstone.sso.service;

import com.nimbusds.jwt.SignedJWT;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.sso.service.internal.ExternalSessions;
import io.whetstone.sso.service.internal.LogoutTokens;
import io.whetstone.sso.service.internal.Providers;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;

/** Ends sessions here and at their issuers, whichever side begins. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SsoSignOutService {
    private static final Logger LOGGER = System.getLogger(SsoSignOutService.class.getName());

    @Inject
    Providers providers;

    @Inject
    ExternalSessions sessions;

    @Inject
    LogoutTokens tokens;

    /** Ends a session here; where it came from an issuer that wants it, tells where the browser ends it there. */
    public Optional<URI> signOut(String refreshToken, URI returnTo) {
        return sessions.end(refreshToken)
                .flatMap(origin -> providers
                        .find(origin.providerId())
                        .filter(provider -> provider.enabled())
                        .flatMap(provider -> tokens.endSession(provider, origin.idToken(), returnTo)));
    }

    /** Ends the sessions that an issuer says are over (Back-Channel Logout 1.0). */
    public void endedByIssuer(UUID providerId, String logoutToken) {
        try {
            var provider = providers
                    .find(providerId)
                    .filter(found -> found.enabled() && found.oidc() != null)
                    .orElseThrow(() -> ProblemException.notFound("identity provider", providerId));
            var over = tokens.verify(provider, SignedJWT.parse(logoutToken));
            var ended = sessions.endOf(providerId, over.issuer(), over.subject(), over.sid());
            LOGGER.log(Level.INFO, "sso.logout provider=%s sessions=%d".formatted(providerId, ended));
        } catch (ParseException malformed) {
            var problem = new ProblemException(ProblemType.INVALID_REQUEST, "The logout token cannot be read");
            problem.initCause(malformed);
            throw problem;
        }
    }
}
