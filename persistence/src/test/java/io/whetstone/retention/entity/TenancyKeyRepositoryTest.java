package io.whetstone.retention.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenancyKeyRepositoryTest extends PersistenceTest {
    static final Duration WEEK = Duration.ofDays(7);

    final TenancyKeyRepository keys = new TenancyKeyRepository();

    @BeforeEach
    void connect() throws SQLException {
        keys.entities = entities;
        byOwner("delete from tenancy_keys where id <> 'test'");
        byOwner("update tenancy_keys set seen_at = now()");
        byOwner("insert into tenancy_keys (id, inner_pad, outer_pad, seen_at) values"
                + " ('gone', '', '', now() - interval '8 days'), ('lives', '', '', now() - interval '6 days')");
    }

    @Test
    void keys_of_nodes_that_are_gone_are_forgotten_and_the_others_stay() throws SQLException {
        asSystem();
        assertThat(keys.hasUnseen(WEEK)).isTrue();

        keys.forgetUnseen(WEEK);
        assertThat(keys.hasUnseen(WEEK)).isFalse();
        commit();

        assertThat(ids()).containsExactly("lives", "test");
    }

    @Test
    void a_node_never_forgets_its_own_key() throws SQLException {
        byOwner("update tenancy_keys set seen_at = now() - interval '30 days'");
        asSystem();

        keys.forgetUnseen(WEEK);
        assertThat(keys.hasUnseen(WEEK)).isFalse();
        commit();

        assertThat(ids()).containsExactly("test");
    }

    @Test
    void a_node_that_says_that_it_lives_is_seen() throws SQLException {
        byOwner("update tenancy_keys set seen_at = now() - interval '30 days' where id = 'test'");
        asSystem();
        keys.seen();
        commit();

        assertThat(texts("select id from tenancy_keys where seen_at > now() - interval '1 minute'"))
                .containsExactly("test");
    }

    @Test
    void nobody_forgets_keys_without_the_proof_of_the_system() throws SQLException {
        entities.createNativeQuery("select set_config('app.system', 'on', true)")
                .getResultList();
        keys.forgetUnseen(Duration.ZERO);
        keys.seen();
        commit();
        as(givenWorkspace());
        keys.forgetUnseen(Duration.ZERO);
        commit();

        assertThat(ids()).containsExactly("gone", "lives", "test");
    }

    private static List<String> ids() throws SQLException {
        return texts("select id from tenancy_keys order by id");
    }

    private static List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var owner = owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void byOwner(String sql) throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
