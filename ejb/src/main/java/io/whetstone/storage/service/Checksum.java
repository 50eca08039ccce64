package io.whetstone.storage.service;

import io.whetstone.kernel.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says the digest of a part is ({@code Upload-Checksum} of TUS 1.0.0).
 *
 * @param algorithm the Java name
 * @param base64 the digest
 */
public record Checksum(String algorithm, String base64) {
    /** The names of TUS, in the order in which we offer them. SHA-1 is there because TUS asks for it. */
    public static final String OFFERED = "sha256,sha1";

    private static final Map<String, String> ALGORITHMS = Map.of("sha256", "SHA-256", "sha1", "SHA-1");

    /** Reads {@code "sha256 <base64>"}; no header, no checksum. */
    public static @Nullable Checksum parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var space = header.indexOf(' ');
        var algorithm = ALGORITHMS.get(header.substring(0, Math.max(space, 0)));
        if (algorithm == null) {
            throw ProblemException.invalid("/Upload-Checksum", "must name one of " + OFFERED);
        }
        try {
            var checksum = new Checksum(algorithm, header.substring(space + 1));
            checksum.expected();
            return checksum;
        } catch (IllegalArgumentException malformed) {
            var problem = ProblemException.invalid("/Upload-Checksum", "is not Base64");
            problem.initCause(malformed);
            throw problem;
        }
    }

    byte[] expected() {
        return Base64.getDecoder().decode(base64);
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
