package io.whetstone.identity.service.internal;

import io.whetstone.kernel.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The secret of what opens something once, such as a refresh token or a link. Handed out as {@code <token id>.<256
 * random bits>}; only its SHA-256 is stored, which is enough for a secret that cannot be guessed.
 */
public final class TokenSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final UUID tokenId;
    private final byte[] secret;

    private TokenSecret(UUID tokenId, byte[] secret) {
        this.tokenId = tokenId;
        this.secret = secret;
    }

    public static TokenSecret random() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new TokenSecret(new UUID(0, 0), secret);
    }

    public static Optional<TokenSecret> parse(String presented) {
        var dot = presented.indexOf('.');
        try {
            return Optional.of(new TokenSecret(
                    UUID.fromString(presented.substring(0, Math.max(dot, 0))),
                    Base64.getUrlDecoder().decode(presented.substring(dot + 1))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** This secret as the token with that id. */
    public String of(UUID id) {
        return id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    public UUID tokenId() {
        return tokenId;
    }

    public boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    public byte[] hash() {
        return Sha256.of(secret);
    }
}
