package io.whetstone.apikey.service.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of a key: {@code wst_}, a public id of 12 characters, a secret of 32 (190 bits) and a checksum of 6, all in
 * base 62. The checksum (CRC-32 of what stands before it) lets scanners find leaked keys, and lets a mistyped one be
 * refused without asking the database.
 */
record KeyText(String publicId, String secret) {
    static final String PREFIX = "wst_";

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORM = Pattern.compile("wst_([0-9A-Za-z]{12})([0-9A-Za-z]{32})([0-9A-Za-z]{6})");
    private static final int ID_LENGTH = 12;
    private static final int SECRET_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int FOUR = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText random() {
        return new KeyText(letters(ID_LENGTH), letters(SECRET_LENGTH));
    }

    /** The same key with another secret. */
    KeyText renewed() {
        return new KeyText(publicId, letters(SECRET_LENGTH));
    }

    /** Empty when the text is no key, or one with a typing error. */
    static Optional<KeyText> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var key = new KeyText(matcher.group(1), matcher.group(2));
        return key.checksum().equals(matcher.group(3)) ? Optional.of(key) : Optional.empty();
    }

    /** All of it, to be shown once. */
    String whole() {
        return PREFIX + publicId + secret + checksum();
    }

    String lastFour() {
        var whole = whole();
        return whole.substring(whole.length() - FOUR);
    }

    private String checksum() {
        var crc = new CRC32();
        crc.update((PREFIX + publicId + secret).getBytes(StandardCharsets.US_ASCII));
        var text = new StringBuilder();
        for (var rest = crc.getValue(); text.length() < CHECKSUM_LENGTH; rest /= ALPHABET.length()) {
            text.insert(0, ALPHABET.charAt((int) (rest % ALPHABET.length())));
        }
        return text.toString();
    }

    private static String letters(int count) {
        var text = new StringBuilder(count);
        for (var i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return PREFIX + publicId + "…";
    }
}
