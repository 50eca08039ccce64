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
}
