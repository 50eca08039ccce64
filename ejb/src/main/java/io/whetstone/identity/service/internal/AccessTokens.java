package io.whetstone.identity.service.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.whetstone.identity.service.IdentityConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs access tokens (RS256, RFC 7519) that MicroProfile JWT verifies. The principal's name is the person's id. */
@ApplicationScoped
public class AccessTokens {
    static final String ISSUER = "whetstone";

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    private RSASSASigner signer;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void readKey() {
        try {
            var pem = Files.readString(config.privateKey()).replaceAll("-----[A-Z ]+-----", "");
            var key = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
            signer = new RSASSASigner(KeyFactory.getInstance("RSA").generatePrivate(key));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("The key " + config.privateKey() + " cannot be read", unreadable);
        }
    }

    /** A token of this person that opens the roles named by {@code groups}. */
    public String issue(UUID userId, List<String> groups) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(ISSUER)
                .subject(userId.toString())
                .claim("upn", userId.toString())
                .claim("groups", groups)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(config.accessTokenLife())))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("A token could not be signed", impossible);
        }
        return token.serialize();
    }
}
