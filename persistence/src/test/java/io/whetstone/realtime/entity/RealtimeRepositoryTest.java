package io.whetstone.realtime.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealtimeRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final RealtimeRepository events = new RealtimeRepository();
    final RealtimeLog log = new RealtimeLog();

    RealtimeTopic tasks;
    RealtimeTopic models;

    @BeforeEach
    void connect() {
        events.entities = entities;
        log.entities = entities;
        var workspace = givenWorkspace();
        tasks = new RealtimeTopic(workspace, "tasks");
        models = new RealtimeTopic(workspace, "models");
        asSystem();
    }

    @Test
    void the_events_of_each_topic_are_numbered_without_a_gap() throws SQLException {
        log.append(log.connection(), List.of(news(tasks), news(models), news(tasks)));
        var stored = log.append(log.connection(), List.of(news(tasks)));

        assertThat(stored)
                .singleElement()
                .satisfies(event -> assertThat(event.seq()).isEqualTo(3));
        assertThat(events.last(tasks)).isEqualTo(3);
        assertThat(events.last(models)).isEqualTo(1);
        assertThat(events.after(tasks, 0, 10)).extracting(RealtimeEvent::seq).containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_event_comes_back_as_it_was_told() throws SQLException {
        log.append(log.connection(), List.of(new RealtimeNews(tasks, "changed", "{\"b\":1.50,\"a\":[null]}", NOON)));

        assertThat(events.after(tasks, 0, 1))
                .containsExactly(new RealtimeEvent(tasks, 1, "changed", "{\"b\":1.50,\"a\":[null]}", NOON));
    }

    @Test
    void a_rollback_takes_the_numbers_back() throws SQLException {
        log.append(log.connection(), List.of(news(tasks)));
        commit();
        asSystem();
        log.append(log.connection(), List.of(news(tasks), news(tasks)));
        entities.getTransaction().rollback();
        entities.getTransaction().begin();
        asSystem();

        log.append(log.connection(), List.of(news(tasks)));

        assertThat(events.after(tasks, 0, 10)).extracting(RealtimeEvent::seq).containsExactly(1L, 2L);
    }

    @Test
    void history_is_forgotten_and_the_numbers_go_on() throws SQLException {
        log.append(
                log.connection(),
                LongStream.range(0, 5).mapToObj(i -> news(tasks)).toList());

        events.forget(NOON.plusSeconds(1), 1000);

        assertThat(events.after(tasks, 0, 10)).isEmpty();
        assertThat(events.last(tasks)).isEqualTo(5);
    }

    @Test
    void another_persons_events_do_not_exist() throws SQLException {
        log.append(log.connection(), List.of(news(tasks)));
        commit();

        as(givenWorkspace());

        assertThat(events.after(tasks, 0, 10)).isEmpty();
        assertThat(events.last(tasks)).isZero();
    }

    @Test
    void a_ticket_opens_once_and_in_time() {
        var early = new byte[] {1};
        var late = new byte[] {2};
        var person = tasks.workspaceId();
        events.addTicket(early, person, NOON.plusSeconds(60));
        events.addTicket(late, person, NOON.plusSeconds(60));

        assertThat(events.useTicket(early, NOON)).containsExactly(person);
        assertThat(events.useTicket(early, NOON)).isEmpty();
        assertThat(events.useTicket(late, NOON.plusSeconds(60))).isEmpty();
    }

    private static RealtimeNews news(RealtimeTopic topic) {
        return new RealtimeNews(topic, "changed", "{\"id\":\"%s\"}".formatted(UUID.randomUUID()), NOON);
    }
}
