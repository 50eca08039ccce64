package io.whetstone.signing.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs what this installation hands out for a short time (RFC 7519, RS256 only), and opens it again. What the claims
 * say about people and things is for the caller to judge: a right signature is no right to anything.
 */
@ApplicationScoped
public class SignedTokens {
    private static final String ISSUER = "whetstone";

    @Inject
    SigningKeys keys;

    @Inject
    SigningConfig config;

    @Inject
    Clock clock;

    /** When a token ends that is asked to live until then: no token outlives the keys that verify it. */
    public Instant end(Instant wanted) {
        var last = clock.instant().plus(config.longestTokenLife());
        return (wanted.isBefore(last) ? wanted : last).truncatedTo(ChronoUnit.SECONDS);
    }

    /** A token with these claims that ends at this time, or when no token lives any more. */
    public String sign(TokenForm form, JWTClaimsSet.Builder claims, Instant expiresAt) {
        var now = clock.instant();
        claims.issuer(ISSUER)
                .audience(form.audience())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end(expiresAt)))
                .jwtID(UUID.randomUUID().toString());
        var key = keys.signing();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(form.type()))
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("A token could not be signed", impossible);
        }
        return form.prefix() + token.serialize();
    }

    /** The claims of a token of this form that we signed and that has not ended; empty for anything else. */
    public Optional<JWTClaimsSet> open(TokenForm form, String text) {
        if (!text.startsWith(form.prefix())) {
            return Optional.empty();
        }
        try {
            var token = SignedJWT.parse(text.substring(form.prefix().length()));
            if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
                    || !isOfType(form, token.getHeader())
                    || !isCanonical(token.getSignature())
                    || !isSigned(token)) {
                return Optional.empty();
            }
            return Optional.of(token.getJWTClaimsSet()).filter(claims -> isFor(form, claims));
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** A header without a type is that of a plain JWT (RFC 7519, 5.1). */
    private static boolean isOfType(TokenForm form, JWSHeader header) {
        var type = header.getType();
        return form.type().equalsIgnoreCase(type == null ? JOSEObjectType.JWT.getType() : type.getType());
    }

    /** The decoder passes over characters that encode nothing, so one token would have many texts. */
    private static boolean isCanonical(Base64URL signature) {
        return Base64URL.encode(signature.decode()).equals(signature);
    }

    private boolean isSigned(SignedJWT token) throws JOSEException {
        var id = token.getHeader().getKeyID();
        var key = id == null ? Optional.<RSAKey>empty() : keys.find(id);
        return key.isPresent() && token.verify(new RSASSAVerifier(key.get()));
    }

    private boolean isFor(TokenForm form, JWTClaimsSet claims) {
        var now = clock.instant();
        var notBefore = claims.getNotBeforeTime();
        return ISSUER.equals(claims.getIssuer())
                && claims.getAudience().contains(form.audience())
                && isBefore(now, claims.getExpirationTime())
                && (notBefore == null || !isBefore(now, notBefore));
    }

    private static boolean isBefore(Instant now, @Nullable Date time) {
        return time != null && now.isBefore(time.toInstant());
    }
}
