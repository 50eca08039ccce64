package io.whetstone.envelope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that seals texts. A sealed text names it, so that it opens long after the next key has taken over. */
public final class DataKey {
    private static final String FORM = "s1";
    private static final String SEPARATOR = ".";
    private static final String MAC = "HmacSHA256";

    private final UUID id;
    private final SecretKey key;

    DataKey(UUID id, byte[] value) {
        this.id = id;
        this.key = new SecretKeySpec(value, "AES");
    }

    public static DataKey generate() {
        var value = AesGcm.random(AesGcm.KEY_BYTES);
        try {
            return new DataKey(UUID.randomUUID(), value);
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }

    public UUID id() {
        return id;
    }

    byte[] value() {
        return key.getEncoded();
    }

    /** A text that opens only with this key and for this purpose. */
    public String seal(String purpose, String plain) {
        var bytes = plain.getBytes(StandardCharsets.UTF_8);
        try {
            var sealed = AesGcm.seal(key, bound(purpose), bytes);
            return FORM
                    + SEPARATOR
                    + id
                    + SEPARATOR
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    public String open(String purpose, String sealed) {
        if (!keyOf(sealed).equals(id)) {
            throw new IllegalStateException("What was sealed does not open: it was sealed with another key");
        }
        var opened = AesGcm.open(key, bound(purpose), body(sealed));
        try {
            return new String(opened, StandardCharsets.UTF_8);
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }

    /** The id of the data key that a text was sealed with. */
    public static UUID keyOf(String sealed) {
        var text = parts(sealed)[1];
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException expected) {
            // Told below together with the other spelling.
        }
        throw new IllegalStateException("This is no sealed text");
    }

    /**
     * Tells equal texts of one use from others. It cannot be guessed back without this key, as a plain hash of a short
     * text could.
     */
    public byte[] fingerprint(String use, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(derived(use), MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] derived(String use) throws GeneralSecurityException {
        var mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(key.getEncoded(), MAC));
        return mac.doFinal(("fingerprint " + use).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] bound(String purpose) {
        return "%s %s %s".formatted(FORM, id, purpose).getBytes(StandardCharsets.UTF_8);
    }

    /** Only the one spelling of the bytes opens: a changed character is a changed text, even where Base64 is lax. */
    private static byte[] body(String sealed) {
        var text = parts(sealed)[2];
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException expected) {
            // Told below together with the other spelling.
        }
        throw new IllegalStateException("This is no sealed text");
    }

    private static String[] parts(String sealed) {
        var parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !FORM.equals(parts[0])) {
            throw new IllegalStateException("This is no sealed text");
        }
        return parts;
    }

    @Override
    public String toString() {
        return "data key " + id;
    }
}
