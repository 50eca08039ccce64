package io.whetstone.secondfactor.service;

/** Text of bytes that people can type (RFC 4648, section 6), without padding. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int BYTE = 8;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0;
        var held = 0;
        for (var next : bytes) {
            buffer = (buffer << BYTE) | (next & 0xff);
            held += BYTE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt((buffer >> held) & 31));
            }
            buffer &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - held)) & 31));
        }
        return text.toString();
    }

    /** The bytes of a text that {@link #encode} made. */
    static byte[] decode(String text) {
        var bytes = new byte[text.length() * BITS / BYTE];
        var buffer = 0;
        var held = 0;
        var at = 0;
        for (var index = 0; index < text.length(); index++) {
            buffer = (buffer << BITS) | ALPHABET.indexOf(text.charAt(index));
            held += BITS;
            if (held >= BYTE) {
                held -= BYTE;
                bytes[at++] = (byte) (buffer >> held);
            }
            buffer &= (1 << held) - 1;
        }
        return bytes;
    }
}
