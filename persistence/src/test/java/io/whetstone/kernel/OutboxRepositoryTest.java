package io.whetstone.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final OutboxRepository outbox = new OutboxRepository();

    @BeforeEach
    void connect() {
        outbox.entities = entities;
        asSystem();
    }

    @Test
    void a_message_is_due_until_it_is_delivered() {
        outbox.add("mail", new TextNode("hello"), NOON);

        var due = outbox.claim(NOON, 10);
        outbox.delivered(due.get(0).id(), NOON);

        assertThat(due).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("mail");
            assertThat(message.payload().asText()).isEqualTo("hello");
        });
        assertThat(outbox.claim(NOON, 10)).isEmpty();
    }

    @Test
    void a_failed_message_waits_for_its_next_attempt() {
        outbox.add("mail", new TextNode("hello"), NOON);
        var id = outbox.claim(NOON, 10).get(0).id();

        outbox.failed(id, "no route", NOON.plusSeconds(2));

        assertThat(outbox.claim(NOON.plusSeconds(1), 10)).isEmpty();
        assertThat(outbox.claim(NOON.plusSeconds(2), 10))
                .singleElement()
                .satisfies(message -> assertThat(message.attempts()).isEqualTo(1));
    }

    @Test
    void a_person_can_leave_a_message_but_read_none() {
        as(givenWorkspace());

        outbox.add("mail", new TextNode("hello"), NOON);

        assertThat(outbox.claim(NOON, 10)).isEmpty();
    }
}
