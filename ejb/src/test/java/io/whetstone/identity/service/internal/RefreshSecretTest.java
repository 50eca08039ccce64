package io.whetstone.identity.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshSecretTest {
    @Test
    void what_was_handed_out_is_recognised_by_its_hash() {
        var secret = RefreshSecret.random();
        var tokenId = UUID.randomUUID();

        var presented = RefreshSecret.parse(secret.of(tokenId)).orElseThrow();

        assertThat(presented.tokenId()).isEqualTo(tokenId);
        assertThat(presented.matches(secret.hash())).isTrue();
        assertThat(presented.matches(RefreshSecret.random().hash())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x.y", "00000000-0000-0000-0000-000000000000.%%", "no-dot"})
    void rubbish_is_nothing(String presented) {
        assertThat(RefreshSecret.parse(presented)).isEmpty();
    }
}
