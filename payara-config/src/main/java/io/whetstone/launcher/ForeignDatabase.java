package io.whetstone.launcher;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database on a PostgreSQL of somebody else, named by {@code DATABASE_URL}: what Whetstone needs there is made where
 * the owner may make it, and asked for in words where not.
 */
final class ForeignDatabase {
    private static final int OLDEST = 15;
    private static final String HELP = """
            %1$s cannot be prepared: %2$s
            Let an administrator of that PostgreSQL run
              create role %3$s login password '…';
            and set WHETSTONE_DATABASE_APP_PASSWORD to that password.""";

    private static final String LOCKED = """
            The role %s is there, but does not get in: %s
            Set WHETSTONE_DATABASE_APP_PASSWORD to its password. If no other installation uses it, you can give it one:
              alter role %s login password '…';""";

    private final Database owner;
    private final Database app;
    private final boolean given;

    /** @param given whether a person set the password of the application's role */
    ForeignDatabase(Database owner, Database app, boolean given) {
        this.owner = owner;
        this.app = app;
        this.given = given;
    }

    void prepare(int statementSeconds) {
        boolean made;
        try (var connection = owner.connect()) {
            requireVersion(connection);
            made = ensureRole(connection);
        } catch (SQLException failure) {
            throw help(failure);
        }
        requireBound();
        if (made || !given) {
            Roles.limit(owner, owner, statementSeconds);
        }
    }

    private void requireVersion(Connection connection) throws SQLException {
        var product = connection.getMetaData();
        if (product.getDatabaseMajorVersion() < OLDEST) {
            throw new Refusal("%s is PostgreSQL %s; Whetstone needs %d or newer."
                    .formatted(owner, product.getDatabaseProductVersion(), OLDEST));
        }
    }

    /** Makes the role if it is missing; one that is there may belong to another installation on the same server. */
    private boolean ensureRole(Connection connection) throws SQLException {
        if (Roles.roleExists(connection, Roles.APP)) {
            return false;
        }
        Roles.create(connection, Roles.APP, app.password());
        return true;
    }

    /** The application must get in, and must be subject to row-level security when it is. */
    private void requireBound() {
        try (var connection = app.connect()) {
            if (Roles.exists(
                    connection, "select 1 from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)")) {
                throw new Refusal("The role %s on %s passes row-level security: take superuser and bypassrls from it."
                        .formatted(Roles.APP, owner));
            }
        } catch (SQLException failure) {
            throw new Refusal(LOCKED.formatted(Roles.APP, failure.getMessage(), Roles.APP), failure);
        }
    }

    private Refusal help(SQLException cause) {
        return new Refusal(HELP.formatted(owner, cause.getMessage(), Roles.APP), cause);
    }
}
