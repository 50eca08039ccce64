package io.whetstone.identity.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSecretTest {
    @Test
    void what_was_handed_out_is_recognised_by_its_hash() {
        var secret = TokenSecret.random();
        var tokenId = UUID.randomUUID();

        var presented = TokenSecret.parse(secret.of(tokenId)).orElseThrow();

        assertThat(presented.tokenId()).isEqualTo(tokenId);
        assertThat(presented.matches(secret.hash())).isTrue();
        assertThat(presented.matches(TokenSecret.random().hash())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x.y", "00000000-0000-0000-0000-000000000000.%%", "no-dot"})
    void rubbish_is_nothing(String presented) {
        assertThat(TokenSecret.parse(presented)).isEmpty();
    }
}
