package io.whetstone.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshTokenRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final RefreshTokenRepository tokens = new RefreshTokenRepository();

    UUID person;

    @BeforeEach
    void connect() {
        tokens.entities = entities;
        person = givenWorkspace();
        asSystem();
    }

    @Test
    void who_never_had_a_session_has_lost_none() {
        assertThat(tokens.allEndedSince(person, NOON, NOON)).isFalse();
    }

    @Test
    void a_session_that_is_left_counts_although_another_was_ended() {
        var closed = given();
        given();
        tokens.revokeFamily(closed, NOON.plusSeconds(10));

        assertThat(tokens.allEndedSince(person, NOON, NOON.plusSeconds(20))).isFalse();
    }

    @Test
    void what_was_issued_before_the_last_session_ended_is_told_from_what_came_after() {
        given();
        tokens.revokeOf(person, NOON.plusSeconds(10));

        assertThat(tokens.allEndedSince(person, NOON, NOON.plusSeconds(20))).isTrue();
        assertThat(tokens.allEndedSince(person, NOON.plusSeconds(11), NOON.plusSeconds(20)))
                .isFalse();
    }

    private UUID given() {
        var family = UUID.randomUUID();
        tokens.add(new RefreshToken(person, family, new byte[32], NOON, NOON.plusSeconds(3600)));
        entities.flush();
        return family;
    }
}
