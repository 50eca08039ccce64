package io.whetstone.access.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.access.service.RateLimiter.Bucket;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:20Z");

    final RateLimiter limiter = new RateLimiter();
    final Principal key = key(3);

    @BeforeEach
    void configure() {
        limiter.config = new AccessConfig();
        limiter.config.requestsPerMinute = 10;
        limiter.config.anonymousRequestsPerMinute = 2;
        at(NOON);
    }

    @Test
    void a_key_has_its_own_limit_and_gets_another_minute() {
        assertThat(left()).isEqualTo(2);
        assertThat(left()).isEqualTo(1);
        assertThat(left()).isZero();
        assertThat(limiter.take(key, "::1").orElseThrow().isExceeded()).isTrue();

        at(NOON.plus(Duration.ofSeconds(40)));

        assertThat(left()).isEqualTo(2);
    }

    @Test
    void an_address_without_a_credential_is_counted_by_itself() {
        limiter.take(null, "10.0.0.1");
        limiter.take(null, "10.0.0.1");

        assertThat(limiter.take(null, "10.0.0.1").orElseThrow().isExceeded()).isTrue();
        assertThat(limiter.take(null, "10.0.0.2").orElseThrow().isExceeded()).isFalse();
    }

    @Test
    void what_other_nodes_have_counted_counts_here() {
        left();
        var untold = limiter.untold();
        limiter.learn(untold.keySet().iterator().next(), 3);

        assertThat(untold.values()).containsExactly(1);
        assertThat(limiter.take(key, "::1").orElseThrow().isExceeded()).isTrue();
    }

    @Test
    void what_was_told_is_not_told_again() {
        left();
        limiter.untold();

        assertThat(limiter.untold()).isEmpty();
        left();
        assertThat(limiter.untold()).containsValue(1);
    }

    @Test
    void a_limit_of_nought_is_none() {
        limiter.config.anonymousRequestsPerMinute = 0;

        assertThat(limiter.take(null, "::1")).isEmpty();
    }

    @Test
    void the_answer_says_when_the_minute_is_over() {
        assertThat(limiter.take(key, "::1").orElseThrow().resetSeconds()).isEqualTo(40);
        limiter.learn(new Bucket("unknown", 0), 9);
    }

    private int left() {
        return limiter.take(key, "::1").orElseThrow().remaining();
    }

    private void at(Instant time) {
        limiter.clock = Clock.fixed(time, ZoneOffset.UTC);
    }

    private static Principal key(int limit) {
        return new Principal(
                UUID.randomUUID(),
                PrincipalKind.API_KEY,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(Principal.USER),
                Set.of(Scope.READ),
                Set.of(),
                limit);
    }
}
