package io.whetstone.sso.service.internal;

import io.whetstone.kernel.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random texts that cannot be guessed (256 bits, 43 characters), and their hashes. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of a secret. */
    static String hash(String secret) {
        return HexFormat.of().formatHex(Sha256.of(secret));
    }

    /** The code challenge of a code verifier (RFC 7636, S256). */
    static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }
}
