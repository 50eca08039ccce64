package io.whetstone.task.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import io.whetstone.kernel.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final UUID worker = UUID.randomUUID();
    final Task task = new Task(UUID.randomUUID(), "test.kind", UUID.randomUUID(), NullNode.getInstance(), NOON);

    @ParameterizedTest
    @CsvSource({
        "PENDING,   RUNNING,   true",
        "PENDING,   COMPLETED, false",
        "PENDING,   CANCELLED, false",
        "RUNNING,   RUNNING,   true",
        "RUNNING,   PENDING,   true",
        "RUNNING,   COMPLETED, true",
        "RUNNING,   FAILED,    true",
        "RUNNING,   CANCELLED, true",
        "COMPLETED, RUNNING,   false",
        "FAILED,    PENDING,   false",
        "CANCELLED, RUNNING,   false",
    })
    void transitions(TaskStatus from, TaskStatus to, boolean allowed) {
        assertThat(from.canBecome(to)).isEqualTo(allowed);
    }

    @Test
    void a_lease_belongs_to_the_worker_that_took_it_last() {
        var other = UUID.randomUUID();
        task.lease(worker, NOON, NOON.plusSeconds(20));

        task.lease(other, NOON.plusSeconds(30), NOON.plusSeconds(50));

        assertThat(task.isHeldBy(worker)).isFalse();
        assertThat(task.isHeldBy(other)).isTrue();
        assertThat(task.startedAt()).isEqualTo(NOON);
    }

    @Test
    void a_retry_waits_longer_each_time() {
        task.lease(worker, NOON, NOON.plusSeconds(20));
        task.retry("no route", NOON);
        var first = task.dueAt();
        task.lease(worker, NOON, NOON.plusSeconds(20));
        task.retry("no route", NOON);

        assertThat(first).isEqualTo(NOON.plusSeconds(4));
        assertThat(task.dueAt()).isEqualTo(NOON.plusSeconds(8));
        assertThat(task.error()).isEqualTo("no route");
    }

    @Test
    void the_third_dead_worker_exhausts_a_task() {
        for (var i = 0; i < Task.MAX_ATTEMPTS; i++) {
            task.lease(worker, NOON, NOON);
            assertThat(task.isExhausted()).isFalse();
        }

        task.lease(worker, NOON, NOON);

        assertThat(task.isExhausted()).isTrue();
    }

    @Test
    void going_back_to_the_queue_costs_no_attempt() {
        task.lease(worker, NOON, NOON.plusSeconds(20));

        task.giveBack(NOON);

        assertThat(task.attempts()).isZero();
        assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
    }

    @Test
    void a_finished_task_cannot_be_cancelled() {
        task.lease(worker, NOON, NOON.plusSeconds(20));
        task.complete(NOON);

        assertThatThrownBy(() -> task.requestCancel(NOON))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("COMPLETED");
    }

    @Test
    void a_wish_to_cancel_wakes_a_task_that_waits_for_its_retry() {
        task.lease(worker, NOON, NOON.plusSeconds(20));
        task.retry("no route", NOON);

        task.requestCancel(NOON);

        assertThat(task.dueAt()).isEqualTo(NOON);
        assertThat(task.cancelRequested()).isTrue();
    }
}
