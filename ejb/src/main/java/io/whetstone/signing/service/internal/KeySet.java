package io.whetstone.signing.service.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All accepted keys as they were at one time. A key's id is its thumbprint (RFC 7638). */
public final class KeySet {
    private static final int BITS = 3072;

    private final Map<String, RSAKey> keys;
    private final @Nullable RSAKey signing;
    private final Instant signingSince;
    private final Instant readAt;

    private KeySet(Map<String, RSAKey> keys, @Nullable RSAKey signing, Instant signingSince, Instant readAt) {
        this.keys = keys;
        this.signing = signing;
        this.signingSince = signingSince;
        this.readAt = readAt;
    }

    public static KeySet of(List<KeyView> views, Instant readAt) {
        var keys = new LinkedHashMap<String, RSAKey>();
        views.forEach(view -> keys.put(view.id(), open(view)));
        var signing = views.stream().filter(view -> view.privateKey() != null).findFirst();
        return new KeySet(
                keys,
                signing.map(view -> Objects.requireNonNull(keys.get(view.id()))).orElse(null),
                signing.map(KeyView::createdAt).orElse(Instant.EPOCH),
                readAt);
    }

    /** The key that signs, if it was made after this time. */
    public Optional<RSAKey> signing(Instant oldest) {
        return Optional.ofNullable(signing).filter(key -> signingSince.isAfter(oldest));
    }

    public Optional<RSAKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    public JWKSet published() {
        return new JWKSet(keys.values().stream()
                .map(key -> (JWK) new RSAKey.Builder(key.toPublicJWK())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .build())
                .toList());
    }

    public Instant readAt() {
        return readAt;
    }

    /** Takes a second or two. */
    public static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String id(KeyPair pair) {
        try {
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .build()
                    .computeThumbprint()
                    .toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey open(KeyView view) {
        try {
            var factory = KeyFactory.getInstance("RSA");
            var key = new RSAKey.Builder(
                            (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(bytes(view.publicKey()))))
                    .keyID(view.id());
            var secret = view.privateKey();
            return secret == null
                    ? key.build()
                    : key.privateKey(factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(secret))))
                            .build();
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("The signing key " + view.id() + " cannot be read", unreadable);
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
