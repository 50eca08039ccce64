package io.whetstone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema of a database to what the archive that is about to be deployed expects. */
final class Migrations {
    /** Archives read through their URLs are shared, and the server that boots beside this closes what it has read. */
    private static final String JAR = "jar";

    private Migrations() {}

    record Outcome(int applied, String version) {}

    /** @param libraries the {@code WEB-INF/lib} of the unfolded archive, whose persistence jar holds the scripts */
    static Outcome run(Database owner, Path libraries, String target) {
        var scripts = libraries.resolve("persistence.jar");
        if (!Files.isRegularFile(scripts)) {
            throw new Refusal("The archive holds no persistence.jar: build it again with ./whetstone up.");
        }
        var shared = URLConnection.getDefaultUseCaches(JAR);
        URLConnection.setDefaultUseCaches(JAR, false);
        try (var loader = new URLClassLoader(new URL[] {scripts.toUri().toURL()}, Migrations.class.getClassLoader())) {
            var result = Flyway.configure(loader)
                    .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                    .locations("classpath:db/migration")
                    .target(target)
                    .connectRetries(3)
                    .load()
                    .migrate();
            makeBatchTables(owner);
            var version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
            return new Outcome(result.migrationsExecuted, String.valueOf(version));
        } catch (FlywayException | SQLException | IOException failure) {
            throw new Refusal("The database %s cannot be migrated: %s".formatted(owner, failure.getMessage()), failure);
        } finally {
            URLConnection.setDefaultUseCaches(JAR, shared);
        }
    }

    private static void makeBatchTables(Database owner) throws SQLException, IOException {
        try (InputStream script = Migrations.class.getResourceAsStream("batch-tables.sql");
                var connection = owner.connect();
                var statement = connection.createStatement()) {
            if (script == null) {
                throw new IOException("batch-tables.sql is missing from the launcher");
            }
            statement.execute("set client_min_messages = warning");
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
