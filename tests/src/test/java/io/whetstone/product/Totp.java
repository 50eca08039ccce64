package io.whetstone.product;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app (RFC 6238), as the tests hold it in their hands. */
final class Totp {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The code that the app shows now, or some steps from now. */
    static String code(String secret, int steps) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            var step = System.currentTimeMillis() / 30_000 + steps;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String secret) {
        var number = BigInteger.ZERO;
        for (var at = 0; at < secret.length(); at++) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(secret.charAt(at))));
        }
        var padded = number.toByteArray();
        var bytes = new byte[secret.length() * 5 / 8];
        for (var i = 0; i < bytes.length && i < padded.length; i++) {
            bytes[bytes.length - 1 - i] = padded[padded.length - 1 - i];
        }
        return bytes;
    }
}
