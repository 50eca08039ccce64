package io.whetstone.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTextTest {
    @Test
    void what_cannot_be_kept_is_left_out() {
        assertThat(StorableText.of("a\u0000b")).isEqualTo("ab");
    }

    @Test
    void a_text_is_cut_where_it_is_too_long_but_never_within_a_character() {
        assertThat(StorableText.of("stone", 5)).isEqualTo("stone");
        assertThat(StorableText.of("stones", 5)).isEqualTo("stone");
        assertThat(StorableText.of("a\u0000bc", 2)).isEqualTo("ab");
        assertThat(StorableText.of("ab\uD83D\uDE00", 3)).isEqualTo("ab");
        assertThat(StorableText.of("ab\uD83D\uDE00c", 4)).isEqualTo("ab\uD83D\uDE00");
    }
}
