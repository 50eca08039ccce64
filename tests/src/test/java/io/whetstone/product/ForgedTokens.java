package io.whetstone.product;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** Tokens with the claims of a real one that the product did not sign. */
record ForgedTokens(String byAnotherKey, String byAnotherIssuer) {
    static ForgedTokens of(String token) {
        try {
            var real = SignedTokens.parse(token);
            var claims = real.getJWTClaimsSet();
            var elsewhere = new JWTClaimsSet.Builder(claims)
                    .issuer("https://elsewhere.example")
                    .build();
            return new ForgedTokens(
                    signed(claims, real.getHeader().getKeyID()), signed(elsewhere, "key-of-another-issuer"));
        } catch (JOSEException | ParseException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static String signed(JWTClaimsSet claims, String keyId) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        return token.serialize();
    }
}
