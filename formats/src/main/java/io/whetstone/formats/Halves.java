package io.whetstone.formats;

/** The two 16-bit number formats of model files, IEEE binary16 and bfloat16, rounding to nearest even. */
public final class Halves {
    private static final int MANTISSA = 0x7fffff;

    private Halves() {}

    public static float fromHalf(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float small = fraction * 0x1p-24f;
            return sign == 0 ? small : -small;
        }
        int wide = exponent == 31 ? 0xff : exponent + 112;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }

    public static short toHalf(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = (bits >>> 16) & 0x8000;
        int magnitude = bits & 0x7fffffff;
        if (magnitude > 0x7f800000) {
            return (short) (sign | 0x7e00);
        }
        if (magnitude >= 0x477ff000) {
            return (short) (sign | 0x7c00);
        }
        return (short) (sign | (magnitude < 0x38800000 ? tinyHalf(magnitude) : normalHalf(magnitude)));
    }

    public static float fromBfloat(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    public static short toBfloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        if ((bits & 0x7fffffff) > 0x7f800000) {
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
    }

    private static int normalHalf(int magnitude) {
        int rebased = magnitude - (112 << 23);
        return (rebased + 0xfff + ((rebased >>> 13) & 1)) >>> 13;
    }

    /** A subnormal half: its unit is 2^-24, so the mantissa with its hidden bit is shifted right, ties to even. */
    private static int tinyHalf(int magnitude) {
        int shift = 126 - (magnitude >>> 23);
        if (shift > 24) {
            return 0;
        }
        int mantissa = (magnitude & MANTISSA) | 0x800000;
        int half = mantissa >>> shift;
        int rest = mantissa & ((1 << shift) - 1);
        int tie = 1 << (shift - 1);
        return rest > tie || (rest == tie && (half & 1) == 1) ? half + 1 : half;
    }
}
