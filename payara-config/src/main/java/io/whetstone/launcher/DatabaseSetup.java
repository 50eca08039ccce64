package io.whetstone.launcher;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database of a home: its own PostgreSQL, or the one that {@code DATABASE_URL} names. */
final class DatabaseSetup {
    private final Settings settings;
    private final Keys keys;
    private final @Nullable Postgres own;
    private final int port;

    DatabaseSetup(Home home, Settings settings, Keys keys) {
        this.settings = settings;
        this.keys = keys;
        this.own = settings.get(Setting.DATABASE_URL).isEmpty() ? new Postgres(home, keys) : null;
        if (own == null) {
            requireReachable(Database.parse(settings.get(Setting.DATABASE_URL)));
        }
        this.port = own == null ? 0 : own.choosePort(settings.number(Setting.DATABASE_PORT, 0, 65535));
    }

    private static void requireReachable(Database foreign) {
        try (var connection = foreign.connect()) {
            connection.getMetaData();
        } catch (SQLException unreachable) {
            throw new Refusal(
                    "DATABASE_URL: %s cannot be reached. %s".formatted(foreign, unreachable.getMessage()), unreachable);
        }
    }

    /** How the application will reach the database; known before it is started. */
    Database app() {
        if (own != null) {
            return Database.local(port, Roles.DATABASE, Roles.APP, keys.appPassword());
        }
        return Database.parse(settings.get(Setting.DATABASE_URL)).as(Roles.APP, appPassword());
    }

    private String appPassword() {
        var given = settings.get(Setting.DATABASE_APP_PASSWORD);
        return given.isEmpty() ? keys.appPassword() : given;
    }

    /** A database that is there and has both roles. */
    record Ready(
            Database owner,
            @Nullable Postgres own,
            @Nullable Postmaster postmaster) {
        void stop() {
            if (own != null) {
                own.stop();
            }
        }
    }

    Ready start() {
        return own == null ? foreign() : own(own);
    }

    private Ready own(Postgres postgres) {
        var postmaster = postgres.start(port);
        var superuser = postgres.superuser(postmaster.port());
        var owner = Roles.ensureOwned(superuser, keys);
        Roles.limit(owner, superuser, timeout());
        return new Ready(owner, postgres, postmaster);
    }

    private Ready foreign() {
        var owner = Database.parse(settings.get(Setting.DATABASE_URL));
        boolean given = !settings.get(Setting.DATABASE_APP_PASSWORD).isEmpty();
        new ForeignDatabase(owner, app(), given).prepare(timeout());
        return new Ready(owner, null, null);
    }

    private int timeout() {
        return settings.number(Setting.DATABASE_STATEMENT_TIMEOUT, 1, 86_400);
    }

    /** Migrates and says in words what was done. */
    static String migrate(Ready database, Keys keys, Path unfolded) {
        var outcome = Migrations.run(database.owner(), Archive.libraries(unfolded), "latest");
        keys.ensureAll();
        TenancyKey.store(keys.tenancyKey(), database.owner());
        return outcome.applied() == 0
                ? "Database schema is at version " + outcome.version()
                : "Database migrated to version %s (%d scripts)".formatted(outcome.version(), outcome.applied());
    }
}
