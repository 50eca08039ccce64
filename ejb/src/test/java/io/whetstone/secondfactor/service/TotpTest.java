package io.whetstone.secondfactor.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    /** The secret of RFC 6238, appendix B. */
    static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59,          287082",
        "1111111109,  081804",
        "1111111111,  050471",
        "1234567890,  005924",
        "2000000000,  279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long time, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(time)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void a_clock_may_be_one_step_off(int steps, boolean accepted) {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var code = Totp.code(SECRET, Totp.step(now) + steps);

        assertThat(Totp.match(SECRET, code, now).isPresent()).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00592", "0059244", "abcdef", "\u0660\u0660\u0665\u0669\u0662\u0664"})
    void rubbish_is_no_code(String code) {
        assertThat(Totp.match(SECRET, code, Instant.ofEpochSecond(1_234_567_890)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base_32_is_that_of_rfc_4648(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(new String(Base32.decode(encoded), StandardCharsets.US_ASCII))
                .isEqualTo(plain);
    }
}
