package io.whetstone.apikey.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    final KeyText key = KeyText.random();

    @Test
    void a_key_is_read_back() {
        assertThat(KeyText.parse(key.whole())).hasValue(key);
        assertThat(key.whole()).hasSize(54).startsWith("wst_");
    }

    @Test
    void a_typing_error_is_found_without_asking_anybody() {
        var whole = key.whole();
        for (var i = 4; i < whole.length(); i++) {
            var wrong = whole.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(KeyText.parse(whole.substring(0, i) + wrong + whole.substring(i + 1)))
                    .as("character " + i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wst_", "wst_abc", "wak_0123456789012345678901234567890123456789012345678901"})
    void what_is_no_key_is_refused(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }

    @Test
    void a_renewed_key_keeps_its_public_id() {
        var renewed = key.renewed();

        assertThat(renewed.publicId()).isEqualTo(key.publicId());
        assertThat(renewed.secret()).isNotEqualTo(key.secret());
    }

    @Test
    void nothing_secret_is_printed() {
        assertThat(key.toString()).doesNotContain(key.secret());
    }
}
