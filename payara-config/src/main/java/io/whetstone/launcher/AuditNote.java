package io.whetstone.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the command line did, as rows of the audit log: the actor is whoever has this machine. */
final class AuditNote {
    private static final String INSERT = """
            insert into audit_events (actor_kind, action, subject, subject_id, before, after, address, user_agent, request_id)
            values ('local', ?, ?, ?, '{}', ?::jsonb, '', 'whetstone', '')""";

    private AuditNote() {}

    /** In the transaction of the change. */
    static void add(
            Connection connection, String action, String subject, @Nullable UUID subjectId, Map<String, ?> after)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, action);
            insert.setString(2, subject);
            insert.setObject(3, subjectId);
            insert.setString(4, new ObjectMapper().writeValueAsString(after));
            insert.executeUpdate();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** After something that is no change of rows, such as a backup. */
    static void add(Database owner, String action, Map<String, ?> after) {
        try (var connection = owner.connectToAll()) {
            add(connection, action, "installation", null, after);
            seal(connection);
            connection.commit();
        } catch (SQLException failure) {
            throw new Refusal("The audit log cannot be written: " + failure.getMessage(), failure);
        }
    }

    /** The server may not run to do it. */
    private static void seal(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select audit_seal(1000)");
        }
    }
}
