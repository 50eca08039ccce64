package io.whetstone.apikey.service.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Hashes the secrets of keys: one HMAC-SHA-256 (RFC 2104), which is enough for 190 random bits, under a key that is
 * sealed in the database and the same on all nodes.
 */
@ApplicationScoped
class Pepper {
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    PepperStore store;

    private volatile @Nullable SecretKeySpec key;

    byte[] hash(KeyText text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal((text.publicId() + text.secret()).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKeySpec key() {
        var known = key;
        if (known == null) {
            known = new SecretKeySpec(store.load(), ALGORITHM);
            key = known;
        }
        return known;
    }
}
