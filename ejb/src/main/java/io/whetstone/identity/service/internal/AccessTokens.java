package io.whetstone.identity.service.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.signing.service.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs access tokens (RS256, RFC 7519, the claims of MicroProfile JWT) of a session. */
@ApplicationScoped
public class AccessTokens {
    static final String ISSUER = "whetstone";

    @Inject
    IdentityConfig config;

    @Inject
    SigningKeys keys;

    @Inject
    Clock clock;

    /** How long a token opens anything. */
    public long lifeSeconds() {
        return config.accessTokenLife().toSeconds();
    }

    /** A token of this person's session that opens the roles named by {@code groups}. */
    public String issue(UUID userId, UUID sessionId, List<String> groups) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(ISSUER)
                .subject(userId.toString())
                .claim("upn", userId.toString())
                .claim("groups", groups)
                .claim(TokenVerifier.SESSION, sessionId.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(config.accessTokenLife())))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var key = keys.signing();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("A token could not be signed", impossible);
        }
        return token.serialize();
    }
}
