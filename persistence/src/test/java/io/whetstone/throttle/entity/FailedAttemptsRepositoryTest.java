package io.whetstone.throttle.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailedAttemptsRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final FailedAttemptsRepository failures = new FailedAttemptsRepository();
    final byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void connect() {
        failures.entities = entities;
    }

    @Test
    void failures_are_kept_until_they_are_removed() {
        asSystem();

        assertThat(failures.lock("account", key, NOON)).isEqualTo(new FailedAttempts(0, NOON, NOON));
        failures.set("account", key, new FailedAttempts(4, NOON, NOON.plusSeconds(2)));
        assertThat(failures.lock("account", key, NOON.plusSeconds(1)))
                .isEqualTo(new FailedAttempts(4, NOON, NOON.plusSeconds(2)));
        assertThat(failures.find("address", key)).isEmpty();

        failures.remove("account", key);
        assertThat(failures.find("account", key)).isEmpty();
    }

    @Test
    void failures_go_once_they_count_no_more_and_no_sooner() {
        asSystem();
        failures.removeBefore(NOON, 1000);
        var blocked = "blocked".getBytes(StandardCharsets.UTF_8);
        var recent = "recent".getBytes(StandardCharsets.UTF_8);
        for (var each : List.of(key, blocked, recent)) {
            failures.lock("address", each, NOON);
        }
        failures.set("address", key, new FailedAttempts(4, NOON.minusSeconds(2), NOON.minusSeconds(1)));
        failures.set("address", blocked, new FailedAttempts(4, NOON.minusSeconds(2), NOON.plusSeconds(1)));
        failures.set("address", recent, new FailedAttempts(1, NOON.plusSeconds(1), NOON.minusSeconds(1)));

        assertThat(failures.hasBefore(NOON)).isTrue();
        failures.removeBefore(NOON, 1000);

        assertThat(failures.hasBefore(NOON)).isFalse();
        assertThat(failures.find("address", key)).isEmpty();
        assertThat(failures.find("address", blocked)).isPresent();
        assertThat(failures.find("address", recent)).isPresent();
    }

    @Test
    void nobody_but_the_system_sees_them() {
        asSystem();
        failures.lock("account", key, NOON);
        commit();

        as(givenWorkspace());

        assertThat(failures.find("account", key)).isEmpty();
    }
}
