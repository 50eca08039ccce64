package io.whetstone.formats.gguf;

import java.nio.ByteBuffer;

/** The "K" types: 256 values in parts of 16 or 32, whose scales are themselves quantised. */
final class SuperBlocks {
    private SuperBlocks() {}

    /** 16 scale/minimum nibble pairs, 64 bytes of two-bit values, scale, minimum. */
    static void q2(ByteBuffer in, int at, float[] out, int to) {
        float scale = Blocks.half(in, at + 80);
        float minimum = Blocks.half(in, at + 82);
        for (int part = 0; part < 16; part++) {
            int steps = in.get(at + part) & 0xff;
            float partScale = scale * (steps & 15);
            float partMinimum = minimum * (steps >> 4);
            int from = at + 16 + lowBits(part);
            for (int l = 0; l < 16; l++) {
                int value = Blocks.bits(in, from + l, shift(part), 3);
                out[to + 16 * part + l] = partScale * value - partMinimum;
            }
        }
    }

    /** 32 bytes of third bits, 64 bytes of two-bit values, 12 bytes of six-bit scales, scale. */
    static void q3(ByteBuffer in, int at, float[] out, int to) {
        float scale = Blocks.half(in, at + 108);
        for (int part = 0; part < 16; part++) {
            float partScale = scale * (sixBits(in, at + 96, part) - 32);
            int from = at + 32 + lowBits(part);
            for (int l = 0; l < 16; l++) {
                int low = Blocks.bits(in, from + l, shift(part), 3);
                int high = Blocks.bits(in, at + 16 * (part % 2) + l, part / 2, 1) == 1 ? 0 : 4;
                out[to + 16 * part + l] = partScale * (low - high);
            }
        }
    }

    /** Scale, minimum, 12 bytes of six-bit scales and minima, 128 bytes of nibbles. */
    static void q4(ByteBuffer in, int at, float[] out, int to) {
        float scale = Blocks.half(in, at);
        float minimum = Blocks.half(in, at + 2);
        for (int part = 0; part < 8; part++) {
            float partScale = scale * scaleOf(in, at + 4, part);
            float partMinimum = minimum * minimumOf(in, at + 4, part);
            for (int l = 0; l < 32; l++) {
                int value = nibble(in, at + 16, part, l);
                out[to + 32 * part + l] = partScale * value - partMinimum;
            }
        }
    }

    /** As {@link #q4} with 32 bytes of fifth bits before the nibbles. */
    static void q5(ByteBuffer in, int at, float[] out, int to) {
        float scale = Blocks.half(in, at);
        float minimum = Blocks.half(in, at + 2);
        for (int part = 0; part < 8; part++) {
            float partScale = scale * scaleOf(in, at + 4, part);
            float partMinimum = minimum * minimumOf(in, at + 4, part);
            for (int l = 0; l < 32; l++) {
                int high = Blocks.bits(in, at + 16 + l, part, 1);
                int value = nibble(in, at + 48, part, l) + 16 * high;
                out[to + 32 * part + l] = partScale * value - partMinimum;
            }
        }
    }

    /** 128 bytes of low nibbles, 64 bytes of high two-bit pairs, 16 signed scales, scale. */
    static void q6(ByteBuffer in, int at, float[] out, int to) {
        float scale = Blocks.half(in, at + 208);
        for (int i = 0; i < 256; i++) {
            int half = i / 128;
            int quarter = i % 128 / 32;
            int l = i % 32;
            int low = Blocks.bits(in, at + 64 * half + 32 * (quarter % 2) + l, 4 * (quarter / 2), 15);
            int high = Blocks.bits(in, at + 128 + 32 * half + l, 2 * quarter, 3);
            float partScale = scale * in.get(at + 192 + i / 16);
            out[to + i] = partScale * ((low | (high << 4)) - 32);
        }
    }

    /** Where the two-bit values of a part of 16 begin: 128 values share 32 bytes, four to a byte. */
    private static int lowBits(int part) {
        return 32 * (part / 8) + 16 * (part % 2);
    }

    private static int shift(int part) {
        return 2 * (part % 8 / 2);
    }

    private static int nibble(ByteBuffer in, int at, int part, int l) {
        return Blocks.bits(in, at + 32 * (part / 2) + l, 4 * (part % 2), 15);
    }

    private static int sixBits(ByteBuffer in, int at, int part) {
        int low = Blocks.bits(in, at + part % 8, 4 * (part / 8), 15);
        int high = Blocks.bits(in, at + 8 + part % 4, 2 * (part / 4), 3);
        return low | (high << 4);
    }

    private static int scaleOf(ByteBuffer in, int at, int part) {
        if (part < 4) {
            return in.get(at + part) & 63;
        }
        return Blocks.bits(in, at + part + 4, 0, 15) | (Blocks.bits(in, at + part - 4, 6, 3) << 4);
    }

    private static int minimumOf(ByteBuffer in, int at, int part) {
        if (part < 4) {
            return in.get(at + part + 4) & 63;
        }
        return Blocks.bits(in, at + part + 4, 4, 15) | (Blocks.bits(in, at + part, 6, 3) << 4);
    }
}
