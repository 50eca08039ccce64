package io.whetstone.secondfactor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final SecondFactor factor = new SecondFactor(UUID.randomUUID(), "sealed", NOON);

    @Test
    void a_code_is_taken_once_and_no_older_one_after_it() {
        assertThat(factor.use(100)).isTrue();
        assertThat(factor.use(100)).isFalse();
        assertThat(factor.use(99)).isFalse();
        assertThat(factor.use(101)).isTrue();
    }

    @Test
    void another_secret_has_to_be_confirmed_again() {
        factor.confirm(NOON);

        factor.replace("other", NOON.plusSeconds(60));

        assertThat(factor.isConfirmed()).isFalse();
    }
}
