package io.whetstone.identity.session.service.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import io.whetstone.access.service.CredentialVerifier;
import io.whetstone.access.service.Presented;
import io.whetstone.kernel.service.Principal;
import io.whetstone.signing.service.SignedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows access tokens. A token opens what its session opens now: an ended session or a disabled account closes it
 * before it expires.
 */
@ApplicationScoped
public class TokenVerifier implements CredentialVerifier {
    static final String SESSION = "sid";

    @Inject
    SignedTokens tokens;

    @Inject
    Sessions sessions;

    @Override
    public boolean knows(String credential) {
        return credential.startsWith("eyJ");
    }

    @Override
    public Optional<Principal> verify(Presented presented) {
        if (presented.actsFor() != null) {
            return Optional.empty();
        }
        return tokens.open(AccessTokens.FORM, presented.credential()).flatMap(this::principal);
    }

    private Optional<Principal> principal(JWTClaimsSet claims) {
        try {
            var session = claims.getStringClaim(SESSION);
            return session == null || claims.getSubject() == null
                    ? Optional.empty()
                    : sessions.principal(UUID.fromString(session), UUID.fromString(claims.getSubject()));
        } catch (ParseException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
