package io.whetstone.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The second wall, every table × principal × statement. A principal is described by what it may do: {@code s}elect,
 * {@code i}nsert, {@code u}pdate, {@code d}elete. A table that is not in the matrix fails the test.
 */
class RowLevelSecurityTest extends PersistenceTest {
    /** What owner, member and viewer of the row's workspace may do; nobody else may do anything. */
    private static final String TENANT = "siud siud s---";

    private static final String VIEWERS_WRITE = "siud siud siud";
    private static final String ADMINS_WRITE = "siud s--- s---";
    private static final String OWN = "siud ---- ----";
    private static final String SYSTEM = "---- ---- ----";

    /** Written with a change by whoever makes it, read by the system. */
    private static final String ADD_ONLY = "-i-- -i-- -i--";

    private static final String REACHED = """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
              and (has_table_privilege('whetstone_app', oid, 'select')
                or has_table_privilege('whetstone_app', oid, 'insert'))""";
    private static final String UNWALLED = """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
              and has_table_privilege('whetstone_app', oid, 'select')
              and not (relrowsecurity and relforcerowsecurity)""";

    private static final Map<String, String> MATRIX = matrix();

    private static Map<String, String> matrix() {
        var matrix = new TreeMap<String, String>();
        all(matrix, TENANT, "dataset_problems dataset_versions datasets models");
        all(matrix, TENANT, "realtime_events realtime_topics shares tasks training_checkpoints training_jobs");
        all(matrix, TENANT, "training_configurations training_metrics uploads");
        all(matrix, VIEWERS_WRITE, "idempotency_keys");
        all(matrix, ADMINS_WRITE, "workspace_invitations");
        all(matrix, OWN, "api_keys api_key_requests external_identities notification_preferences notifications");
        all(matrix, OWN, "conversations realtime_tickets refresh_tokens sessions settings users");
        all(
                matrix,
                SYSTEM,
                "account_links api_key_peppers api_key_uses audit_cuts audit_head data_keys external_memberships");
        all(matrix, SYSTEM, "external_sessions failed_attempts flag_rules identity_providers master_keys");
        all(matrix, SYSTEM, "outbound_rules rate_windows recovery_codes schedules second_factors");
        all(matrix, SYSTEM, "sign_in_challenges signing_keys sso_sign_ins");
        all(matrix, ADD_ONLY, "outbox");
        // Added to by everybody, but with a place in the chain, as here, by nobody.
        all(matrix, SYSTEM, "audit_events");
        matrix.put("api_key_months", "s--- ---- ----");
        matrix.put("activities", "s--d s--- s---");
        // In one's own name only; the row is the owner's.
        matrix.put("comments", "siud s--d s---");
        matrix.put("comment_reactions", "siud s-ud s---");
        // Nobody else's, whoever is in the workspace; what was said stays as it was said.
        matrix.put("messages", "si-- ---- ----");
        matrix.put("secrets", "siud s--- ----");
        matrix.put("workspaces", "s-u- s--- s---");
        matrix.put("workspace_members", "siud s--- s---");
        return matrix;
    }

    private static void all(Map<String, String> matrix, String rights, String tables) {
        Stream.of(tables.split(" ")).forEach(table -> matrix.put(table, rights));
    }

    @Test
    void every_table_that_the_application_reaches_is_in_the_matrix_and_walled() throws SQLException {
        try (var owner = owner()) {
            assertThat(texts(owner, REACHED)).containsExactlyInAnyOrderElementsOf(MATRIX.keySet());
            assertThat(texts(owner, UNWALLED)).isEmpty();
        }
    }

    @Test
    void every_principal_may_do_what_the_matrix_says_and_no_more() throws SQLException {
        var workspace = givenWorkspace();
        var member = givenMember(workspace, "member");
        var viewer = givenMember(workspace, "viewer");
        var other = givenWorkspace();
        var wrong = new ArrayList<String>();
        try (var owner = owner();
                var app = DriverManager.getConnection(POSTGRES.getJdbcUrl("whetstone_app", "postgres"))) {
            app.setAutoCommit(false);
            var rows = new SampleRows(owner, workspace, workspace);
            for (var entry : MATRIX.entrySet()) {
                var rights = entry.getValue().split(" ", 3);
                var table = entry.getKey();
                var attempt = new Attempt(app, table, rows.of(table), rows.placeOf(table));
                expect(wrong, entry.getKey(), "owner", rights[0], attempt.as(workspace));
                expect(wrong, entry.getKey(), "member", rights[1], attempt.as(member));
                expect(wrong, entry.getKey(), "viewer", rights[2], attempt.as(viewer));
                var stranger = entry.getValue().equals(ADD_ONLY) ? "-i--" : "----";
                expect(wrong, entry.getKey(), "other workspace", stranger, attempt.as(other));
                expect(wrong, entry.getKey(), "anonymous", stranger, attempt.asNobody());
                expect(wrong, entry.getKey(), "forged setting", stranger, attempt.forging(workspace));
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static void expect(List<String> wrong, String table, String who, String rights, String done) {
        if (!rights.equals(done)) {
            wrong.add("%s: %s may %s, expected %s".formatted(table, who, done, rights));
        }
    }

    private UUID givenMember(UUID workspace, String role) {
        var person = givenWorkspace();
        asSystem();
        entities.createNativeQuery("insert into workspace_members (workspace_id, user_id, role, joined_at)"
                        + " values (?1, ?2, '%s', now())".formatted(role))
                .setParameter(1, workspace)
                .setParameter(2, person)
                .executeUpdate();
        commit();
        return person;
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Tries the four statements on one row, each undone. */
    private record Attempt(Connection app, String table, String row, String place) {
        private static final String DENIED = "42501";

        String as(UUID userId) throws SQLException {
            return all(userId.toString(), "", TestTenancy.proof(userId.toString(), ""));
        }

        String asNobody() throws SQLException {
            return all("", "", "");
        }

        /** Claims to be this person and the system, with a proof that was made for neither. */
        String forging(UUID userId) throws SQLException {
            return all(
                    userId.toString(), "on", TestTenancy.proof(UUID.randomUUID().toString(), ""));
        }

        private String all(String userId, String system, String proof) throws SQLException {
            var same = "t.ctid = '%s'".formatted(place);
            var column = text(
                    "select attname from pg_attribute where attrelid = '%s'::regclass and attnum = 2".formatted(table));
            return letter("s", userId, system, proof, "select 1 from %s t where %s".formatted(table, same))
                    + letter(
                            "i",
                            userId,
                            system,
                            proof,
                            "insert into %1$s select * from jsonb_populate_record(null::%1$s, '%2$s')"
                                    .formatted(table, row.replace("'", "''")))
                    + letter(
                            "u",
                            userId,
                            system,
                            proof,
                            "update %1$s t set %2$s = t.%2$s where %3$s returning 1".formatted(table, column, same))
                    + letter(
                            "d", userId, system, proof, "delete from %s t where %s returning 1".formatted(table, same));
        }

        private String text(String sql) throws SQLException {
            return texts(app, sql).get(0);
        }

        private String letter(String letter, String userId, String system, String proof, String sql)
                throws SQLException {
            try (var scope = app.prepareStatement("select set_config('app.user_id', ?, true),"
                            + " set_config('app.system', ?, true), set_config('app.proof', ?, true)");
                    var statement = app.createStatement()) {
                scope.setString(1, userId);
                scope.setString(2, system);
                scope.setString(3, proof);
                scope.execute();
                return !statement.execute(sql) || statement.getResultSet().next() ? letter : "-";
            } catch (SQLException failure) {
                // The wall answers before any other rule of the table: another failure means that it let us through.
                return DENIED.equals(failure.getSQLState()) ? "-" : letter;
            } finally {
                app.rollback();
            }
        }
    }
}
