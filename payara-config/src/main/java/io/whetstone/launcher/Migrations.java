package io.whetstone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema of a database to what the archive that is about to be deployed expects. */
final class Migrations {
    private Migrations() {}

    record Outcome(int applied, String version) {}

    /** @param libraries the {@code WEB-INF/lib} of the unfolded archive, whose persistence jar holds the scripts */
    static Outcome run(Database owner, Path libraries, String target) {
        var scripts = libraries.resolve("persistence.jar");
        if (!Files.isRegularFile(scripts)) {
            throw new Refusal("The archive holds no persistence.jar: build it again with ./whetstone up.");
        }
        try {
            var folder = Files.createTempDirectory("whetstone-migrations");
            try {
                unpack(scripts, folder);
                return migrate(owner, folder, target);
            } finally {
                Trees.delete(folder);
            }
        } catch (FlywayException | SQLException | IOException failure) {
            throw new Refusal("The database %s cannot be migrated: %s".formatted(owner, failure.getMessage()), failure);
        }
    }

    /** As files, since the server boots beside this and may close an archive that both read. */
    private static void unpack(Path jar, Path folder) throws IOException {
        try (var archive = FileSystems.newFileSystem(jar);
                var scripts = Files.list(archive.getPath("db/migration"))) {
            for (var script : scripts.toList()) {
                Files.copy(script, folder.resolve(script.getFileName().toString()));
            }
        }
    }

    private static Outcome migrate(Database owner, Path folder, String target) throws SQLException, IOException {
        var result = Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                .locations("filesystem:" + folder)
                .target(target)
                .connectRetries(3)
                .load()
                .migrate();
        makeBatchTables(owner);
        var version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        return new Outcome(result.migrationsExecuted, String.valueOf(version));
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
