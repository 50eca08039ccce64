package io.whetstone.formats.gguf;

import io.whetstone.formats.Halves;
import java.nio.ByteBuffer;

/**
 * Decodes the block types of GGUF to floats, in the order of operations of llama.cpp's {@code dequantize_row_*}, so
 * that the results are the same to the bit. {@code in} is little endian and starts at zero.
 */
final class Blocks {
    /** Adding negative zero changes no number, not even a negative zero. */
    private static final float NONE = -0f;

    private static final int[] NONLINEAR = {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};

    private Blocks() {}

    /** Fills {@code out}, whose length is a multiple of the block length. */
    static void decode(GgufType type, ByteBuffer in, float[] out) {
        int blockBytes = (int) type.bytes(type.blockLength());
        for (int block = 0; block < out.length / type.blockLength(); block++) {
            decode(type, in, block * blockBytes, out, block * type.blockLength());
        }
    }

    private static void decode(GgufType type, ByteBuffer in, int at, float[] out, int to) {
        switch (type) {
            case F32 -> out[to] = in.getFloat(at);
            case F16 -> out[to] = half(in, at);
            case BF16 -> out[to] = Halves.fromBfloat(in.getShort(at));
            case Q4_0 -> nibbles(in, at + 2, half(in, at), -8, NONE, out, to);
            case Q4_1 -> nibbles(in, at + 4, half(in, at), 0, half(in, at + 2), out, to);
            case Q5_0 -> fives(in, at + 2, half(in, at), -16, NONE, out, to);
            case Q5_1 -> fives(in, at + 4, half(in, at), 0, half(in, at + 2), out, to);
            case Q8_0 -> bytes(in, at, out, to);
            case IQ4_NL -> nonlinear(in, at + 2, half(in, at), out, to);
            case IQ4_XS -> nonlinearSuper(in, at, out, to);
            case Q2_K -> SuperBlocks.q2(in, at, out, to);
            case Q3_K -> SuperBlocks.q3(in, at, out, to);
            case Q4_K -> SuperBlocks.q4(in, at, out, to);
            case Q5_K -> SuperBlocks.q5(in, at, out, to);
            case Q6_K -> SuperBlocks.q6(in, at, out, to);
        }
    }

    static float half(ByteBuffer in, int at) {
        return Halves.fromHalf(in.getShort(at));
    }

    /** Some bits of an unsigned byte. */
    static int bits(ByteBuffer in, int at, int shift, int mask) {
        return ((in.get(at) & 0xff) >> shift) & mask;
    }

    private static void nibbles(ByteBuffer in, int at, float scale, int shift, float minimum, float[] out, int to) {
        for (int j = 0; j < 16; j++) {
            int pair = in.get(at + j) & 0xff;
            out[to + j] = ((pair & 15) + shift) * scale + minimum;
            out[to + j + 16] = ((pair >> 4) + shift) * scale + minimum;
        }
    }

    /** Nibbles whose fifth bits lie together in front of them. */
    private static void fives(ByteBuffer in, int at, float scale, int shift, float minimum, float[] out, int to) {
        int high = in.getInt(at);
        for (int j = 0; j < 16; j++) {
            int pair = in.get(at + 4 + j) & 0xff;
            int low = (pair & 15) | (((high >>> j) & 1) << 4);
            int upper = (pair >> 4) | (((high >>> (j + 16)) & 1) << 4);
            out[to + j] = (low + shift) * scale + minimum;
            out[to + j + 16] = (upper + shift) * scale + minimum;
        }
    }

    private static void bytes(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at);
        for (int j = 0; j < 32; j++) {
            out[to + j] = in.get(at + 2 + j) * scale;
        }
    }

    private static void nonlinear(ByteBuffer in, int at, float scale, float[] out, int to) {
        for (int j = 0; j < 16; j++) {
            int pair = in.get(at + j) & 0xff;
            out[to + j] = scale * NONLINEAR[pair & 15];
            out[to + j + 16] = scale * NONLINEAR[pair >> 4];
        }
    }

    private static void nonlinearSuper(ByteBuffer in, int at, float[] out, int to) {
        float scale = half(in, at);
        int high = in.getShort(at + 2) & 0xffff;
        for (int part = 0; part < 8; part++) {
            int low = bits(in, at + 4 + part / 2, 4 * (part % 2), 15);
            int steps = (low | (((high >> (2 * part)) & 3) << 4)) - 32;
            nonlinear(in, at + 8 + 16 * part, scale * steps, out, to + 32 * part);
        }
    }
}
