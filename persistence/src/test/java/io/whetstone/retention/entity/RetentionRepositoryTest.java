package io.whetstone.retention.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final RetentionRepository rows = new RetentionRepository();

    @BeforeEach
    void connect() {
        rows.entities = entities;
    }

    @Test
    void only_messages_that_arrived_long_ago_are_removed() {
        asSystem();
        message(NOON);
        message(NOON.plusSeconds(60));
        update(
                "insert into outbox (topic, payload, created_at, next_attempt_at) values (cast(?1 as text), '1',"
                        + " 'epoch', 'epoch')",
                UUID.randomUUID());

        rows.removeDeliveredBefore(NOON.plusSeconds(1), 10);

        assertThat(rows.hasDeliveredBefore(NOON.plusSeconds(1))).isFalse();
        assertThat(rows.hasDeliveredBefore(NOON.plusSeconds(61))).isTrue();
        List<?> waiting = entities.createNativeQuery("select 1 from outbox where delivered_at is null")
                .getResultList();
        assertThat(waiting).isNotEmpty();
    }

    @Test
    void old_request_keys_are_removed_a_few_at_a_time() {
        var workspace = givenWorkspace();
        asSystem();
        for (var i = 0; i < 3; i++) {
            entities.createNativeQuery(
                            "insert into idempotency_keys (workspace_id, user_id, key, fingerprint, created_at)"
                                    + " values (?1, ?1, ?2, '', ?3)")
                    .setParameter(1, workspace)
                    .setParameter(2, "key " + i)
                    .setParameter(3, Timestamp.from(NOON))
                    .executeUpdate();
        }

        rows.removeKeysBefore(NOON.plusSeconds(1), 2);
        assertThat(rows.hasKeysBefore(NOON.plusSeconds(1))).isTrue();
        rows.removeKeysBefore(NOON.plusSeconds(1), 2);

        assertThat(rows.hasKeysBefore(NOON.plusSeconds(1))).isFalse();
    }

    private void message(Instant delivered) {
        entities.createNativeQuery("insert into outbox (topic, payload, created_at, next_attempt_at, delivered_at)"
                        + " values ('t', '1', ?1, ?1, ?1)")
                .setParameter(1, Timestamp.from(delivered))
                .executeUpdate();
    }
}
