package io.whetstone.identity.session.service.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import io.whetstone.identity.service.IdentityConfig;
import io.whetstone.signing.service.SignedTokens;
import io.whetstone.signing.service.TokenForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Makes the access tokens of sessions, with the claims of MicroProfile JWT. */
@ApplicationScoped
public class AccessTokens {
    static final TokenForm FORM = new TokenForm("", "JWT", "whetstone");

    @Inject
    IdentityConfig config;

    @Inject
    SignedTokens tokens;

    @Inject
    Clock clock;

    /** How long a token opens anything. */
    public long lifeSeconds() {
        return config.accessTokenLife().toSeconds();
    }

    /** A token of this person's session that opens the roles named by {@code groups}. */
    public String issue(UUID userId, UUID sessionId, List<String> groups) {
        var claims = new JWTClaimsSet.Builder()
                .subject(userId.toString())
                .claim("upn", userId.toString())
                .claim("groups", groups)
                .claim(TokenVerifier.SESSION, sessionId.toString());
        return tokens.sign(FORM, claims, clock.instant().plus(config.accessTokenLife()));
    }
}
