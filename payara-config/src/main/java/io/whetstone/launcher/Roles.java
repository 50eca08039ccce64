package io.whetstone.launcher;

import java.sql.Connection;
import java.sql.SQLException;

/** The two roles: the owner who migrates, and the application that is subject to row-level security. */
final class Roles {
    static final String OWNER = "whetstone_owner";
    static final String APP = "whetstone_app";
    static final String DATABASE = "whetstone";

    private Roles() {}

    /** On the own PostgreSQL: both roles and the database, with the passwords of the key files. */
    static Database ensureOwned(Database superuser, Keys keys) {
        try (var connection = superuser.connect()) {
            ensureRole(connection, OWNER, keys.ownerPassword());
            if (!exists(connection, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                execute(connection, "create database %s owner %s".formatted(DATABASE, OWNER));
            }
            ensureRole(connection, APP, keys.appPassword());
        } catch (SQLException failure) {
            throw new Refusal("The database roles cannot be made: " + failure.getMessage(), failure);
        }
        return superuser.named(DATABASE).as(OWNER, keys.ownerPassword());
    }

    static void limit(Database owner, Database superuser, int statementSeconds) {
        try (var connection = superuser.connect()) {
            execute(connection, "alter role %s set statement_timeout = '%ds'".formatted(APP, statementSeconds));
            execute(connection, "alter role %s set lock_timeout = '30s'".formatted(APP));
            execute(connection, "alter role %s set idle_in_transaction_session_timeout = '600s'".formatted(APP));
        } catch (SQLException failure) {
            throw new Refusal("%s cannot be limited: %s".formatted(owner, failure.getMessage()), failure);
        }
    }

    private static void ensureRole(Connection connection, String role, String password) throws SQLException {
        create(connection, roleExists(connection, role) ? "alter" : "create", role, password);
    }

    static void create(Connection connection, String role, String password) throws SQLException {
        create(connection, "create", role, password);
    }

    private static void create(Connection connection, String verb, String role, String password) throws SQLException {
        execute(
                connection,
                "%s role %s login nosuperuser nobypassrls nocreatedb nocreaterole password '%s'"
                        .formatted(verb, role, password.replace("'", "''")));
    }

    static boolean roleExists(Connection connection, String role) throws SQLException {
        return exists(connection, "select 1 from pg_roles where rolname = '" + role + "'");
    }

    static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
