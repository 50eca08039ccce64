package io.whetstone.envelope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The key that wraps data keys. Its id is its fingerprint: it says which key it is and nothing of the key. */
public final class MasterKey {
    private static final int ID_BYTES = 8;

    private final byte[] value;
    private final SecretKey key;
    private final String id;

    MasterKey(byte[] value) {
        if (value.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException("A master key has %d bytes".formatted(AesGcm.KEY_BYTES));
        }
        this.value = value.clone();
        this.key = new SecretKeySpec(value, "AES");
        this.id = fingerprint(value);
    }

    public static MasterKey generate() {
        var value = AesGcm.random(AesGcm.KEY_BYTES);
        try {
            return new MasterKey(value);
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }

    /** Reads what {@link #encoded} wrote; empty when the text is no key. */
    public static Optional<MasterKey> parse(String text) {
        try {
            var value = Base64.getDecoder().decode(text.strip());
            return value.length == AesGcm.KEY_BYTES ? Optional.of(new MasterKey(value)) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    public String id() {
        return id;
    }

    /** The key itself in Base64, for the one file that keeps it. */
    public String encoded() {
        return Base64.getEncoder().encodeToString(value);
    }

    /**
     * A data key that only this master key unwraps, and only for the same row.
     *
     * @param owner the workspace that the data key belongs to; null when it belongs to the installation
     */
    public byte[] wrap(DataKey dataKey, @Nullable UUID owner) {
        return AesGcm.seal(key, bound(dataKey.id(), owner), dataKey.value());
    }

    public DataKey unwrap(UUID dataKeyId, @Nullable UUID owner, byte[] wrapped) {
        var opened = AesGcm.open(key, bound(dataKeyId, owner), wrapped);
        try {
            return new DataKey(dataKeyId, opened);
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }

    /** This key under another one, which a passphrase made. */
    public byte[] lock(byte[] lock) {
        return AesGcm.seal(new SecretKeySpec(lock, "AES"), lockBound(id), value);
    }

    /** What {@link #lock} locked; another lock or a change is an {@link IllegalStateException}. */
    public static MasterKey unlock(String id, byte[] lock, byte[] locked) {
        var opened = AesGcm.open(new SecretKeySpec(lock, "AES"), lockBound(id), locked);
        try {
            return new MasterKey(opened);
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }

    private static byte[] lockBound(String id) {
        return ("master-key " + id).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bound(UUID dataKeyId, @Nullable UUID owner) {
        return "data-key %s %s %s".formatted(id, dataKeyId, owner).getBytes(StandardCharsets.UTF_8);
    }

    private static String fingerprint(byte[] value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("whetstone master key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(value), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "master key " + id;
    }
}
