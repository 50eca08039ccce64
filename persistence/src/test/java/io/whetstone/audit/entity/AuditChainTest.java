package io.whetstone.audit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.PersistenceTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chain over the log: complete, in order, and broken by every change that its owner could make. */
class AuditChainTest extends PersistenceTest {
    static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    static final Duration YEAR = Duration.ofDays(365);
    static final String INSERT = "insert into audit_events (actor_kind, action, subject, before, after, address,"
            + " user_agent, request_id) values ('user', '%s', 'thing', '{}', '{\"n\": 1.50, \"ä\": \"ö\"}', '', '', '')";

    final AuditRepository log = new AuditRepository();
    final AuditChainRepository chain = new AuditChainRepository();

    @BeforeEach
    void connect() throws SQLException {
        log.entities = entities;
        chain.entities = entities;
        clear();
        asSystem();
    }

    /** Other tests of this JVM find the chain as it began. */
    @AfterEach
    void clear() throws SQLException {
        entities.getTransaction().rollback();
        entities.getTransaction().begin();
        byOwner("truncate audit_events, audit_cuts");
        byOwner("update audit_head set seq = 0, hash = repeat('0', 64)");
    }

    @Test
    void committed_rows_are_chained_in_order_and_the_chain_is_whole() {
        give(5);

        assertThat(chain.seal(3)).isEqualTo(3);
        assertThat(chain.seal(100)).isEqualTo(2);
        assertThat(chain.seal(100)).isZero();

        assertThat(chain.head().seq()).isEqualTo(5);
        assertThat(chain.check(ChainPlace.START, 1000)).isEqualTo(new ChainCheck(chain.head(), null));
        var part = chain.check(ChainPlace.START, 2);
        assertThat(part.verified().seq()).isEqualTo(2);
        assertThat(chain.check(part.verified(), 1000)).isEqualTo(new ChainCheck(chain.head(), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | update audit_events set action = 'other' where seq = 3",
                "1 | update audit_events set after = '{\"n\": 2}' where seq = 1",
                "5 | update audit_events set at = at - interval '1 microsecond' where seq = 5",
                "2 | update audit_events set actor_id = gen_random_uuid() where seq = 2",
                "4 | delete from audit_events where seq = 4",
                "1 | delete from audit_events where seq = 1",
                "5 | delete from audit_events where seq = 5",
                "1 | delete from audit_events",
                "4 | delete from audit_events where seq = 4; update audit_events set seq = 4 where seq = 5",
                "2 | update audit_events set seq = 99 where seq = 2; update audit_events set seq = 2 where seq = 3;"
                        + " update audit_events set seq = 3 where seq = 99",
                "5 | insert into audit_events select (jsonb_populate_record(e, '{\"id\":"
                        + " \"00000000-0000-0000-0000-000000000001\", \"seq\": 6}')).* from audit_events e where seq = 5;"
                        + " update audit_head set seq = 6",
                "2 | with e as (delete from audit_events where seq between 2 and 3 returning *)"
                        + " insert into audit_cuts select min(seq), max(seq), min(previous_hash) filter (where seq = 2),"
                        + " min(hash) filter (where seq = 3), gen_random_uuid() from e",
                "3 | update audit_events set action = 'other' where seq = 3; update audit_events e set hash ="
                        + " audit_hash(previous_hash, audit_record(e)) where seq = 3",
            })
    void what_the_owner_changes_is_found(String broken, String tampering) throws SQLException {
        give(5);
        chain.seal(100);
        commit();
        byOwner(tampering);
        asSystem();

        var check = chain.check(ChainPlace.START, 1000);

        var expected = tampering.contains("insert into audit_events") ? 6 : Long.parseLong(broken);
        expected = tampering.contains("set hash =") ? 4 : expected;
        assertThat(check.brokenSeq()).isEqualTo(expected);
        assertThat(check.verified().seq()).isEqualTo(expected - 1);
    }

    @Test
    void fifty_transactions_at_once_leave_a_chain_without_gap_while_it_is_sealed() throws Exception {
        var pool = Executors.newFixedThreadPool(12);
        var work = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 50; i++) {
            var rollsBack = i % 5 == 0;
            work.add(() -> transaction(rollsBack));
            work.add(this::sealing);
        }
        for (var done : pool.invokeAll(work)) {
            done.get();
        }
        pool.shutdown();
        chain.seal(1000);

        assertThat(chain.head().seq()).isEqualTo(80);
        assertThat(chain.check(ChainPlace.START, 1000)).isEqualTo(new ChainCheck(chain.head(), null));
        assertThat(entities.createNativeQuery("select count(distinct seq) from audit_events")
                        .getSingleResult())
                .isEqualTo(80L);
    }

    @Test
    void the_old_is_removed_and_the_chain_stays_whole() throws SQLException {
        var workspace = UUID.randomUUID();
        give(6);
        commit();
        byOwner("update audit_events set at = '2024-01-01'");
        byOwner("update audit_events set workspace_id = '" + workspace
                + "' where id = (select id from audit_events order by id offset 3 limit 1)");
        asSystem();
        chain.seal(100);
        give(2);
        chain.seal(100);
        var limits = Map.of(workspace, LONG_AGO);

        assertThat(chain.prune(Instant.now().minus(YEAR), limits, 2)).isEqualTo(2);
        assertThat(chain.prune(Instant.now().minus(YEAR), limits, 100)).isEqualTo(3);
        chain.seal(100);

        assertThat(chain.hasExpired(Instant.now().minus(YEAR), limits)).isFalse();
        assertThat(chain.check(ChainPlace.START, 1000)).isEqualTo(new ChainCheck(chain.head(), null));
        assertThat(chain.hasExpired(Instant.now().minus(YEAR), Map.of())).isTrue();
        chain.prune(Instant.now().minus(YEAR), Map.of(), 100);
        chain.seal(100);
        assertThat(chain.check(ChainPlace.START, 1000).brokenSeq()).isNull();
        assertThat(entities.createNativeQuery("select first_seq, last_seq from audit_cuts")
                        .getSingleResult())
                .isEqualTo(new Object[] {1L, 6L});
    }

    @Test
    void nothing_young_is_removed_whoever_asks() {
        give(1);
        chain.seal(100);

        assertThat(chain.prune(Instant.now().plus(YEAR), Map.of(), 100)).isZero();
    }

    private void give(int rows) {
        for (int i = 0; i < rows; i++) {
            var after = JsonNodeFactory.instance.objectNode().put("n", i).put("text", "\" \\ ü \u2028");
            log.add(new AuditEvent(
                    new AuditFacts("thing.made", null, "thing", null, JsonNodeFactory.instance.objectNode(), after),
                    AuditActor.NOBODY,
                    new AuditOrigin("", "", "")));
        }
        commit();
        asSystem();
    }

    private Integer transaction(boolean rollsBack) throws SQLException {
        try (var connection = app()) {
            for (int i = 0; i < 2; i++) {
                try (var statement = connection.createStatement()) {
                    statement.execute(INSERT.formatted("thing.made"));
                }
            }
            if (rollsBack) {
                connection.rollback();
            } else {
                connection.commit();
            }
        }
        return 0;
    }

    private Integer sealing() throws SQLException {
        try (var connection = app();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.system', 'on', true)");
            statement.execute("select audit_seal(7)");
            connection.commit();
        }
        return 0;
    }

    private static Connection app() throws SQLException {
        var connection = DriverManager.getConnection(POSTGRES.getJdbcUrl("whetstone_app", "postgres"));
        connection.setAutoCommit(false);
        return connection;
    }

    private static void byOwner(String sql) throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("set lock_timeout = '5s'");
            statement.execute(sql);
        }
    }
}
