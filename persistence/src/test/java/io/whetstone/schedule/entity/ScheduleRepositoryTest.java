package io.whetstone.schedule.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final ScheduleRepository schedules = new ScheduleRepository();
    final String name = UUID.randomUUID().toString();

    @BeforeEach
    void connect() {
        schedules.entities = entities;
        asSystem();
    }

    @Test
    void a_turn_is_taken_once_until_the_next_is_due() {
        assertThat(schedules.take(name, NOON, NOON.plusSeconds(60))).isTrue();
        assertThat(schedules.take(name, NOON, NOON.plusSeconds(60))).isFalse();
        assertThat(schedules.take(name, NOON.plusSeconds(59), NOON.plusSeconds(120)))
                .isFalse();
        assertThat(schedules.take(name, NOON.plusSeconds(60), NOON.plusSeconds(120)))
                .isTrue();
        assertThat(schedules.take(name, NOON.plusSeconds(61), NOON.plusSeconds(121)))
                .isFalse();
    }
}
