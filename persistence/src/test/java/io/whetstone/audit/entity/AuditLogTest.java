package io.whetstone.audit.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.PersistenceTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the log: who may write what of them, and how they are found. */
class AuditLogTest extends PersistenceTest {
    final AuditRepository log = new AuditRepository();
    final UUID actor = UUID.randomUUID();

    @BeforeEach
    void connect() {
        log.entities = entities;
    }

    @Test
    void anybody_adds_rows_and_only_the_system_reads_them() {
        add("user.created", null, "0.0.0.0");

        assertThat(log.newest(by(actor), null, 10)).isEmpty();
        asSystem();
        assertThat(log.newest(by(actor), null, 10)).singleElement().satisfies(event -> {
            assertThat(event.at()).isNotNull();
            assertThat(event.seq()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_events set action = 'x'",
                "update audit_events set seq = 1, hash = 'x', previous_hash = 'x'",
                "delete from audit_events",
                "truncate audit_events",
                "update audit_head set seq = 0",
                "delete from audit_head",
                "insert into audit_cuts values (1, 9, 'x', 'x', gen_random_uuid())",
                "delete from audit_cuts",
                "alter table audit_events disable row level security",
                "create or replace function audit_hash(previous text, record text) returns text language sql return ''",
                "insert into audit_events (actor_kind, action, subject, before, after, address, user_agent, request_id,"
                        + " seq, previous_hash, hash) values ('', '', '', '{}', '{}', '', '', '', 1, 'x', 'x')",
                "insert into audit_events (actor_kind, action, subject, before, after, address, user_agent, request_id,"
                        + " at) values ('', '', '', '{}', '{}', '', '', '', '2020-01-01')",
            })
    void the_application_can_only_add(String tampering) {
        asSystem();

        assertThatThrownBy(() -> entities.createNativeQuery(tampering).executeUpdate())
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void a_filter_finds_what_it_names_and_nothing_else() {
        var workspace = UUID.randomUUID();
        add("dataset.created", workspace, "192.0.2.1");
        add("dataset.deleted", null, "192.0.2.2");
        add("data_et.created", null, "192.0.2.3");
        asSystem();

        assertThat(found(new AuditFilter(actor, "data_et.", null, null, null, null, null, null)))
                .containsExactly("data_et.created");
        assertThat(found(new AuditFilter(actor, null, workspace, null, null, null, null, null)))
                .containsExactly("dataset.created");
        assertThat(found(new AuditFilter(actor, null, null, null, null, null, null, "2.0.2")))
                .hasSize(3);
        assertThat(found(new AuditFilter(actor, null, null, null, null, null, null, "NAME OF DATASET.DEL")))
                .containsExactly("dataset.deleted");
        assertThat(found(new AuditFilter(actor, null, null, "user", null, null, null, null)))
                .isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 5; i++) {
            add("step." + i, null, "");
            commit();
        }
        asSystem();

        var first = log.newest(by(actor), null, 2);
        var last = first.get(1);
        var second = log.newest(by(actor), new Cursor(Objects.requireNonNull(last.at()), last.id()), 5);

        assertThat(actions(first.subList(0, 2))).containsExactly("step.4", "step.3");
        assertThat(actions(second)).containsExactly("step.2", "step.1", "step.0");
    }

    private void add(String action, @Nullable UUID workspace, String address) {
        var after = JsonNodeFactory.instance.objectNode().put("name", "Name of " + action);
        log.add(new AuditEvent(
                new AuditFacts(action, workspace, "thing", null, JsonNodeFactory.instance.objectNode(), after),
                new AuditActor(actor, "user", null, null),
                new AuditOrigin(address, "a".repeat(400), "")));
        entities.flush();
        entities.clear();
    }

    private List<String> found(AuditFilter filter) {
        return actions(log.newest(filter, null, 10));
    }

    private static List<String> actions(List<AuditEvent> events) {
        return events.stream().map(event -> event.facts().action()).toList();
    }

    private static AuditFilter by(UUID actor) {
        return new AuditFilter(actor, null, null, null, null, null, null, null);
    }
}
