package io.whetstone.realtime.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What the database tells every node when somebody's access becomes less. */
class LostAccessTest extends PersistenceTest {
    Connection listener;

    @BeforeEach
    void listen() throws SQLException {
        listener = owner();
        try (var statement = listener.createStatement()) {
            statement.execute("listen whetstone_access");
        }
    }

    @AfterEach
    void stop() throws SQLException {
        listener.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "disabled          | update users set status = 'disabled' where id = ?1           | true",
                "renamed           | update users set display_name = 'x' where id = ?1            | false",
                "another role      | update workspace_members set role = 'viewer' where user_id = ?1 | true",
                "member no more    | delete from workspace_members where user_id = ?1             | true",
                "signed out        | update refresh_tokens set revoked_at = now() where user_id = ?1 | true",
                "session renewed   | update refresh_tokens set used_at = now() where user_id = ?1 | false",
            })
    void a_loss_is_told_with_its_commit(String what, String sql, boolean told) throws SQLException {
        var person = givenWorkspace();
        asSystem();
        update(
                "insert into refresh_tokens (id, user_id, family_id, secret_hash, created_at, expires_at)"
                        + " values (gen_random_uuid(), ?1, ?1, '', now(), now() + interval '1 day')",
                person);
        commit();
        asSystem();

        update(sql, person);
        var before = heard(person);
        commit();

        assertThat(before).isEmpty();
        assertThat(heard(person)).hasSize(told ? 1 : 0);
    }

    private List<String> heard(UUID person) throws SQLException {
        PGNotification[] letters = listener.unwrap(PGConnection.class).getNotifications(200);
        return Stream.of(letters == null ? new PGNotification[0] : letters)
                .map(PGNotification::getParameter)
                .filter(person.toString()::equals)
                .toList();
    }
}
