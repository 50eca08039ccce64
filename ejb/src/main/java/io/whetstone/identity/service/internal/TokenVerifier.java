package io.whetstone.identity.service.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.whetstone.access.service.CredentialVerifier;
import io.whetstone.access.service.Presented;
import io.whetstone.kernel.service.Principal;
import io.whetstone.signing.service.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows our own tokens (RFC 7519, RS256 only, with the claims of MicroProfile JWT). A token opens what its session
 * opens now: an ended session or a disabled account closes it before it expires.
 */
@ApplicationScoped
public class TokenVerifier implements CredentialVerifier {
    static final String SESSION = "sid";

    @Inject
    SigningKeys keys;

    @Inject
    Sessions sessions;

    @Inject
    Clock clock;

    @Override
    public boolean knows(String credential) {
        return credential.startsWith("eyJ");
    }

    @Override
    public Optional<Principal> verify(Presented presented) {
        if (presented.actsFor() != null) {
            return Optional.empty();
        }
        try {
            var token = SignedJWT.parse(presented.credential());
            if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm()) || !isSigned(token)) {
                return Optional.empty();
            }
            return principal(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private boolean isSigned(SignedJWT token) throws JOSEException {
        var id = token.getHeader().getKeyID();
        var key = id == null ? Optional.<RSAKey>empty() : keys.find(id);
        return key.isPresent() && token.verify(new RSASSAVerifier(key.get()));
    }

    private Optional<Principal> principal(JWTClaimsSet claims) throws ParseException {
        var session = claims.getStringClaim(SESSION);
        if (session == null
                || claims.getSubject() == null
                || !AccessTokens.ISSUER.equals(claims.getIssuer())
                || !claims.getAudience().contains(AccessTokens.ISSUER)
                || !isCurrent(claims, clock.instant())) {
            return Optional.empty();
        }
        return sessions.principal(UUID.fromString(session), UUID.fromString(claims.getSubject()));
    }

    private static boolean isCurrent(JWTClaimsSet claims, Instant now) {
        return isBefore(now, claims.getExpirationTime())
                && (claims.getNotBeforeTime() == null || !isBefore(now, claims.getNotBeforeTime()));
    }

    private static boolean isBefore(Instant now, @org.jspecify.annotations.Nullable Date time) {
        return time != null && now.isBefore(time.toInstant());
    }
}
