package io.whetstone.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final Duration HOUR = Duration.ofHours(1);

    final SessionRepository sessions = new SessionRepository();

    @BeforeEach
    void connect() {
        sessions.entities = entities;
    }

    @Test
    void a_shorter_idle_time_shortens_what_is_open() {
        var session = givenSession(Duration.ofDays(14), Duration.ofDays(90));

        sessions.limitIdleTime(HOUR);

        assertThat(read(session).expiresAt()).isEqualTo(NOON.plus(HOUR));
        assertThat(read(session).endsAt()).isEqualTo(NOON.plus(Duration.ofDays(90)));
    }

    @Test
    void a_shorter_life_shortens_what_is_open() {
        var session = givenSession(Duration.ofDays(14), Duration.ofDays(90));

        sessions.limitLife(HOUR);

        assertThat(read(session).expiresAt()).isEqualTo(NOON.plus(HOUR));
        assertThat(read(session).endsAt()).isEqualTo(NOON.plus(HOUR));
    }

    @Test
    void a_longer_one_lengthens_nothing() {
        var session = givenSession(HOUR, HOUR);

        sessions.limitIdleTime(Duration.ofDays(3));
        sessions.limitLife(Duration.ofDays(3));

        assertThat(read(session).expiresAt()).isEqualTo(NOON.plus(HOUR));
        assertThat(read(session).endsAt()).isEqualTo(NOON.plus(HOUR));
    }

    @Test
    void its_use_counts_the_shorter_life_of_now_and_of_its_start() {
        var session = session(UUID.randomUUID(), Duration.ofHours(5), Duration.ofHours(8));

        session.use(NOON.plus(HOUR), Duration.ofHours(5), Duration.ofHours(3));
        assertThat(session.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(3)));

        session.use(NOON.plus(HOUR), Duration.ofHours(5), Duration.ofDays(3));
        assertThat(session.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(3)));
    }

    private UUID givenSession(Duration idleTime, Duration life) {
        var userId = givenWorkspace();
        asSystem();
        var session = session(userId, idleTime, life);
        sessions.add(session);
        return session.id();
    }

    private static Session session(UUID userId, Duration idleTime, Duration life) {
        return new Session(userId, SignInMethod.PASSWORD, "", "127.0.0.1", NOON, idleTime, NOON.plus(life));
    }

    private Session read(UUID id) {
        entities.clear();
        return sessions.find(id).orElseThrow();
    }
}
