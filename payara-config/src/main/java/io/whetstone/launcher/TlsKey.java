package io.whetstone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Set;

/** The private key of the server's certificate, as a file holds it: PKCS#8, unencrypted, for its owner's eyes only. */
final class TlsKey {
    private static final String WHAT = "The key (whetstone.tls.key)";
    private static final String PLAIN = "PRIVATE KEY";
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private TlsKey() {}

    static PrivateKey read(Path file) {
        var pem = Pem.read(WHAT, file);
        requirePrivate(file);
        var keys = pem.blocks(PLAIN);
        if (keys.size() != 1) {
            throw new Refusal(form(pem));
        }
        return decode(pem, keys.get(0));
    }

    private static void requirePrivate(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new Refusal(
                        "%s %s can be used by others than its owner. Run: chmod 600 %s".formatted(WHAT, file, file));
            }
        } catch (IOException unreadable) {
            throw new Refusal("%s %s cannot be examined: %s".formatted(WHAT, file, unreadable), unreadable);
        }
    }

    /** What is wrong with a file that holds no plain key, and the command that mends it. */
    private static String form(Pem pem) {
        if (pem.has("ENCRYPTED " + PLAIN)) {
            return "%s %s is encrypted, and nobody is there to type its passphrase. Run: openssl pkcs8 -in %s -out NEW"
                    .formatted(WHAT, pem.file(), pem.file());
        }
        if (pem.has("RSA " + PLAIN) || pem.has("EC " + PLAIN)) {
            return "%s %s is not in PKCS#8 form. Run: openssl pkcs8 -topk8 -nocrypt -in %s -out NEW"
                    .formatted(WHAT, pem.file(), pem.file());
        }
        return "%s %s must hold one key in PEM form, between -----BEGIN PRIVATE KEY----- and -----END PRIVATE KEY-----."
                .formatted(WHAT, pem.file());
    }

    private static PrivateKey decode(Pem pem, byte[] encoded) {
        for (var algorithm : List.of("RSA", "EC")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException another) {
                // The form does not say aloud of which kind the key is.
            } catch (GeneralSecurityException impossible) {
                throw pem.broken(impossible);
            }
        }
        throw new Refusal("%s %s is damaged, or neither an RSA nor an EC key.".formatted(WHAT, pem.file()));
    }
}
