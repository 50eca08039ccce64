package io.whetstone.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountLinkTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final AccountLink link = new AccountLink(
            UUID.randomUUID(), LinkKind.RESET, "ada@example.org", new byte[32], NOON, NOON.plusSeconds(3600));

    @Test
    void a_link_opens_once() {
        link.use(NOON.plusSeconds(10));

        assertThat(link.isOpen(NOON.plusSeconds(11))).isFalse();
        assertThatThrownBy(() -> link.use(NOON.plusSeconds(11)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.GONE));
    }

    @Test
    void an_expired_link_opens_nothing() {
        assertThat(link.isOpen(NOON.plusSeconds(3599))).isTrue();
        assertThat(link.isOpen(NOON.plusSeconds(3600))).isFalse();
    }

    @Test
    void a_challenge_takes_five_codes_and_none_after_the_right_one() {
        var challenge = new SignInChallenge(
                UUID.randomUUID(), SignInMethod.PASSWORD, new byte[32], NOON, NOON.plusSeconds(300));
        for (var attempt = 0; attempt < SignInChallenge.MOST_ATTEMPTS; attempt++) {
            assertThat(challenge.attempt(NOON)).isTrue();
        }
        assertThat(challenge.attempt(NOON)).isFalse();

        var passed = new SignInChallenge(
                UUID.randomUUID(), SignInMethod.PASSWORD, new byte[32], NOON, NOON.plusSeconds(300));
        passed.attempt(NOON);
        passed.use(NOON);
        assertThat(passed.attempt(NOON)).isFalse();
    }

    @Test
    void a_session_ends_for_good_however_often_it_is_used() {
        var ends = NOON.plus(Duration.ofDays(90));
        var session =
                new Session(UUID.randomUUID(), SignInMethod.PASSWORD, "curl", "", NOON, Duration.ofDays(14), ends);

        session.use(NOON.plus(Duration.ofDays(85)), Duration.ofDays(14), Duration.ofDays(90));

        assertThat(session.expiresAt()).isEqualTo(ends);
        assertThat(session.isLive(ends)).isFalse();
    }
}
