package io.whetstone.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final RefreshToken token =
            new RefreshToken(UUID.randomUUID(), UUID.randomUUID(), new byte[32], NOON, NOON.plusSeconds(3600));

    @Test
    void a_second_use_is_a_replay_once_no_other_tab_explains_it() {
        token.use(NOON.plusSeconds(60));

        assertThat(token.isReplay(NOON.plusSeconds(65))).isFalse();
        assertThat(token.isReplay(NOON.plusSeconds(71))).isTrue();
    }

    @Test
    void the_first_use_is_no_replay() {
        assertThat(token.isReplay(NOON.plusSeconds(600))).isFalse();
    }

    @Test
    void an_expired_token_opens_nothing() {
        assertThat(token.isLive(NOON.plusSeconds(3599))).isTrue();
        assertThat(token.isLive(NOON.plusSeconds(3600))).isFalse();
    }
}
