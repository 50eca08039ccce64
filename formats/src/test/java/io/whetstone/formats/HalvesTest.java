package io.whetstone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalvesTest {
    @Test
    void every_half_survives_a_round_trip() {
        for (int bits = 0; bits < 0x10000; bits++) {
            float value = Halves.fromHalf((short) bits);

            if (!Float.isNaN(value)) {
                assertThat(Halves.toHalf(value) & 0xffff).isEqualTo(bits);
            }
        }
    }

    @Test
    void every_bfloat_survives_a_round_trip() {
        for (int bits = 0; bits < 0x10000; bits++) {
            float value = Halves.fromBfloat((short) bits);

            if (!Float.isNaN(value)) {
                assertThat(Halves.toBfloat(value) & 0xffff).isEqualTo(bits);
            }
        }
    }

    @Test
    void known_halves_have_their_values() {
        assertThat(Halves.fromHalf((short) 0x3c00)).isEqualTo(1f);
        assertThat(Halves.fromHalf((short) 0xc000)).isEqualTo(-2f);
        assertThat(Halves.fromHalf((short) 0x0001)).isEqualTo(0x1p-24f);
        assertThat(Halves.fromHalf((short) 0x7bff)).isEqualTo(65504f);
        assertThat(Halves.fromHalf((short) 0x7c00)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Halves.fromHalf((short) 0x7e00)).isNaN();
    }

    @Test
    void ties_round_to_even_and_overflow_to_infinity() {
        assertThat(Halves.toHalf(1f + 0x1p-11f)).isEqualTo((short) 0x3c00);
        assertThat(Halves.toHalf(1f + 3 * 0x1p-11f)).isEqualTo((short) 0x3c02);
        assertThat(Halves.toHalf(0x1p-25f)).isEqualTo((short) 0);
        assertThat(Halves.toHalf(3 * 0x1p-25f)).isEqualTo((short) 2);
        assertThat(Halves.toHalf(65519f)).isEqualTo((short) 0x7bff);
        assertThat(Halves.toHalf(65520f)).isEqualTo((short) 0x7c00);
        assertThat(Halves.fromHalf(Halves.toHalf(Float.NaN))).isNaN();
        assertThat(Halves.toBfloat(1f + 0x1p-8f)).isEqualTo((short) 0x3f80);
        assertThat(Halves.toBfloat(1f + 3 * 0x1p-8f)).isEqualTo((short) 0x3f82);
        assertThat(Halves.fromBfloat(Halves.toBfloat(Float.NaN))).isNaN();
    }
}
