package io.whetstone.product;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** Reads access tokens as any other service would. */
final class SignedTokens {
    private SignedTokens() {}

    static SignedJWT parse(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** One claim, as text. */
    static String claim(String token, String name) {
        try {
            return String.valueOf(parse(token).getJWTClaimsSet().getClaim(name));
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
