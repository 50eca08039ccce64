package io.whetstone.sso.service.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.whetstone.sso.service.OidcSettings;
import io.whetstone.sso.service.SsoConfig;
import io.whetstone.sso.service.SsoFailure;
import io.whetstone.sso.service.SsoReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a token is an issuer's and meant for us (OpenID Connect Core 1.0, section 3.1.3.7). Only signatures
 * with a private key of the issuer count: what anybody could have made with its public key does not.
 */
@ApplicationScoped
public class IdTokens {
    private static final Set<JWSAlgorithm> ALLOWED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.EdDSA,
            JWSAlgorithm.Ed25519);

    @Inject
    Issuers issuers;

    @Inject
    SsoConfig config;

    @Inject
    Clock clock;

    /** The claims of the ID token that answers a sign-in with this nonce. */
    JWTClaimsSet verify(String token, OidcSettings settings, OidcMetadata metadata, String nonce, String accessToken) {
        try {
            var parsed = SignedJWT.parse(token);
            var claims = signed(parsed, settings, metadata);
            require(nonce.equals(claims.getStringClaim("nonce")), "the nonce is another one");
            require(hasExpiry(claims), "it has no expiry or is expired");
            var hash = claims.getStringClaim("at_hash");
            var algorithm = parsed.getHeader().getAlgorithm();
            require(hash == null || hash.equals(hash(accessToken, algorithm)), "at_hash is of another access token");
            return claims;
        } catch (ParseException malformed) {
            throw invalid("it cannot be read", malformed);
        }
    }

    /** The claims of a token that the issuer signed for us just now, whatever it is for. */
    JWTClaimsSet signed(SignedJWT token, OidcSettings settings, OidcMetadata metadata) throws ParseException {
        var algorithm = token.getHeader().getAlgorithm();
        require(ALLOWED.contains(algorithm), "its algorithm " + algorithm + " is not allowed");
        require(isSigned(token, metadata), "no key of the issuer signed it");
        var claims = token.getJWTClaimsSet();
        require(settings.issuer().toString().equals(claims.getIssuer()), "it is of the issuer " + claims.getIssuer());
        require(claims.getAudience().contains(settings.clientId()), "it is meant for " + claims.getAudience());
        var party = claims.getStringClaim("azp");
        require(
                party == null ? claims.getAudience().size() == 1 : party.equals(settings.clientId()),
                "it was issued to " + party);
        requireTimes(claims);
        return claims;
    }

    private void requireTimes(JWTClaimsSet claims) {
        var now = clock.instant();
        var skew = config.clockSkew();
        require(claims.getExpirationTime() == null || hasExpiry(claims), "it is expired");
        require(!isAfter(claims.getNotBeforeTime(), now.plus(skew)), "it is not valid yet");
        var issued = claims.getIssueTime();
        require(issued != null && !isAfter(issued, now.plus(skew)), "it has no iat or one in the future");
        var oldest = now.minus(skew).minus(config.signInLife());
        require(issued != null && issued.toInstant().isAfter(oldest), "it is too old");
    }

    private boolean hasExpiry(JWTClaimsSet claims) {
        return isAfter(claims.getExpirationTime(), clock.instant().minus(config.clockSkew()));
    }

    private boolean isSigned(SignedJWT token, OidcMetadata metadata) {
        return issuers.keysFor(token.getHeader(), metadata).stream().anyMatch(key -> isSigned(token, key));
    }

    private static boolean isSigned(SignedJWT token, JWK key) {
        if (EdwardsSignature.ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
            return EdwardsSignature.isOf(token, key);
        }
        try {
            return key instanceof AsymmetricJWK pair
                    && token.verify(
                            new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), pair.toPublicKey()));
        } catch (JOSEException unfit) {
            return false;
        }
    }

    private static boolean isAfter(@Nullable Date time, java.time.Instant limit) {
        return time != null && time.toInstant().isAfter(limit);
    }

    /** The left half of the access token's hash (OpenID Connect Core 1.0, section 3.1.3.6). */
    static String hash(String accessToken, JWSAlgorithm algorithm) {
        try {
            // Ed25519 signs over SHA-512; the other names end with the length of their hash.
            var bits = EdwardsSignature.ALGORITHMS.contains(algorithm)
                    ? "512"
                    : algorithm.getName().substring(2);
            var digest =
                    MessageDigest.getInstance("SHA-" + bits).digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new SsoFailure(SsoReason.TOKEN_INVALID, "ID token: " + otherwise);
        }
    }

    private static SsoFailure invalid(String why, Exception cause) {
        var failure = new SsoFailure(
                SsoReason.TOKEN_INVALID, "ID token: %s (%s)".formatted(why, Objects.toString(cause.getMessage())));
        failure.initCause(cause);
        return failure;
    }
}
