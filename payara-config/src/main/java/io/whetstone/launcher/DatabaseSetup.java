package io.whetstone.launcher;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database of a home: its own PostgreSQL, or the one that {@code DATABASE_URL} names. */
final class DatabaseSetup {
    private final Settings settings;
    private final Keys keys;
    private final @Nullable Postgres own;

    DatabaseSetup(Home home, Settings settings, Keys keys) {
        this.settings = settings;
        this.keys = keys;
        this.own = settings.get(Setting.DATABASE_URL).isEmpty() ? new Postgres(home, keys) : null;
    }

    /** A database that is there and has both roles. */
    record Ready(
            Database owner,
            Database app,
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
        var postmaster = postgres.start(settings.number(Setting.DATABASE_PORT, 0, 65535));
        var superuser = postgres.superuser(postmaster.port());
        var owner = Roles.ensureOwned(superuser, keys);
        Roles.limit(owner, superuser, timeout());
        return new Ready(owner, owner.as(Roles.APP, keys.appPassword()), postgres, postmaster);
    }

    private Ready foreign() {
        var owner = Database.parse(settings.get(Setting.DATABASE_URL));
        var given = settings.get(Setting.DATABASE_APP_PASSWORD);
        var password = given.isEmpty() ? keys.appPassword() : given;
        Roles.ensureApp(owner, password, !given.isEmpty());
        if (given.isEmpty()) {
            Roles.limit(owner, owner, timeout());
        }
        return new Ready(owner, owner.as(Roles.APP, password), null, null);
    }

    private int timeout() {
        return settings.number(Setting.DATABASE_STATEMENT_TIMEOUT, 1, 86_400);
    }

    /** Migrates and says in words what was done. */
    static String migrate(Ready database, Path unfolded) {
        var outcome = Migrations.run(database.owner(), Archive.libraries(unfolded), "latest");
        return outcome.applied() == 0
                ? "Database schema is at version " + outcome.version()
                : "Database migrated to version %s (%d scripts)".formatted(outcome.version(), outcome.applied());
    }
}
