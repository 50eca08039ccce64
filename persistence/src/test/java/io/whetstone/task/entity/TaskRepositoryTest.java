package io.whetstone.task.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.PersistenceTest;
import io.whetstone.task.entity.TaskRepository.Held;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final TaskRepository tasks = new TaskRepository();
    final UUID worker = UUID.randomUUID();
    final String kind = "test." + UUID.randomUUID();

    UUID workspace;

    @BeforeEach
    void connect() {
        tasks.entities = entities;
        workspace = givenWorkspace();
        asSystem();
    }

    @Test
    void a_task_comes_back_as_it_was_added() {
        var task = given(NOON);

        commit();
        asSystem();

        assertThat(tasks.find(workspace, task.id())).hasValueSatisfying(found -> {
            assertThat(found.payload().get("rows").asInt()).isEqualTo(3);
            assertThat(found.createdAt()).isEqualTo(NOON);
            assertThat(found.status()).isEqualTo(TaskStatus.PENDING);
        });
    }

    @Test
    void the_oldest_due_tasks_come_first_and_later_ones_not_yet() {
        var second = given(NOON.plusSeconds(1));
        var first = given(NOON);
        given(NOON.plusSeconds(60));

        assertThat(due(NOON.plusSeconds(2))).containsExactly(first.id(), second.id());
    }

    @Test
    void only_kinds_that_this_node_handles_are_taken() {
        given(NOON);

        assertThat(tasks.due(List.of("other.kind"), NOON, 10)).isEmpty();
        assertThat(tasks.due(List.of("other.kind", kind), NOON, 10)).hasSize(1);
    }

    @Test
    void two_workers_never_take_the_same_task() throws SQLException {
        given(NOON);
        var second = given(NOON.plusSeconds(1));
        commit();
        asSystem();
        tasks.due(List.of(kind), NOON, 1);

        try (var other = owner();
                var statement = other.prepareStatement(
                        "select id from tasks where kind = ? order by due_at for update skip locked")) {
            statement.setString(1, kind);
            try (var rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getObject(1)).isEqualTo(second.id());
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void a_task_of_a_silent_worker_is_due_again() {
        var task = given(NOON);
        task.lease(worker, NOON, NOON.plusSeconds(20));
        tasks.flush();

        assertThat(due(NOON.plusSeconds(19))).isEmpty();
        assertThat(due(NOON.plusSeconds(21))).containsExactly(task.id());
    }

    @Test
    void a_renewal_keeps_the_lease_and_brings_the_wish_to_cancel() {
        var task = given(NOON);
        task.lease(worker, NOON, NOON.plusSeconds(20));
        task.requestCancel(NOON);
        tasks.flush();

        assertThat(tasks.renew(worker, NOON.plusSeconds(40))).containsExactly(new Held(task.id(), true));
        assertThat(tasks.renew(UUID.randomUUID(), NOON.plusSeconds(40))).isEmpty();
        assertThat(due(NOON.plusSeconds(39))).isEmpty();
    }

    @Test
    void old_finished_tasks_can_be_removed_and_others_not() {
        var done = given(NOON);
        done.lease(worker, NOON, NOON.plusSeconds(20));
        done.complete(NOON);
        given(NOON);
        tasks.flush();

        var old = tasks.finishedBefore(NOON.plusSeconds(1), 1000);
        tasks.delete(List.of(done.id()));
        entities.clear();

        assertThat(old).contains(done.id());
        assertThat(tasks.find(workspace, done.id())).isEmpty();
        assertThat(due(NOON)).hasSize(1);
    }

    @Test
    void another_persons_task_does_not_exist() {
        var task = given(NOON);
        commit();
        var other = givenWorkspace();

        as(other);

        assertThat(tasks.find(workspace, task.id())).isEmpty();
        as(workspace);
        assertThat(tasks.find(workspace, task.id())).isPresent();
        assertThat(tasks.find(other, task.id())).isEmpty();
    }

    private List<UUID> due(Instant now) {
        return tasks.due(List.of(kind), now, 10).stream().map(Task::id).toList();
    }

    private Task given(Instant at) {
        var payload = JsonNodeFactory.instance.objectNode().put("rows", 3);
        var task = new Task(workspace, kind, UUID.randomUUID(), payload, at);
        tasks.add(task);
        tasks.flush();
        return task;
    }
}
