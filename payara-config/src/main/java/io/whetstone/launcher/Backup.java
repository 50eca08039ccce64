package io.whetstone.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code whetstone backup FILE}: all rows in one snapshot, then the files they speak of, streamed into one ZIP file
 * that appears under its name only when it is whole. The server may run meanwhile.
 */
final class Backup {
    private static final int BUFFER = 1 << 16;

    private final Home home;
    private final Progress progress;
    private final Clock clock;

    Backup(Home home, Progress progress, Clock clock) {
        this.home = home;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Writes all of it.
     *
     * @param secretsKey the locked master key, if the backup is to hold it
     */
    void write(Database owner, Path file, Optional<SecretsKeyCopy> secretsKey) {
        if (Files.isDirectory(file) || !Files.isDirectory(file.resolveSibling("."))) {
            throw new Refusal("No backup was made: %s cannot be a file.".formatted(file));
        }
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Home.writePrivate(partial, "");
            try (var connection = owner.connectToAll();
                    var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), BUFFER))) {
                zip.setLevel(Deflater.BEST_SPEED);
                writeRows(connection, zip);
                writeFiles(zip);
                if (secretsKey.isPresent()) {
                    writeKey(zip, secretsKey.get());
                }
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            progress.step("%s written, %d MB".formatted(file, Files.size(file) / 1_000_000));
        } catch (IOException | SQLException failure) {
            discard(partial);
            throw new Refusal("No backup was made: " + failure.getMessage(), failure);
        }
    }

    private static void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException ignored) {
            // The reason for giving up is told; the partial file says by its name what it is.
        }
    }

    private void writeRows(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var dump = new TableDump(connection);
        var tables = new ArrayList<BackupManifest.Table>();
        for (var name : dump.tables()) {
            tables.add(new BackupManifest.Table(name, dump.columns(name)));
        }
        var manifest = new BackupManifest(
                BackupManifest.FORMAT,
                Installation.version(),
                clock.instant().toString(),
                schema(connection),
                tables,
                dump.sequences());
        zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
        zip.write(new ObjectMapper().writeValueAsBytes(manifest));
        zip.closeEntry();
        for (var table : tables) {
            zip.putNextEntry(new ZipEntry(table.entry()));
            dump.write(table.name(), table.columns(), notClosing(zip));
            zip.closeEntry();
        }
        progress.step("%d tables written".formatted(tables.size()));
    }

    private static String schema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select version from flyway_schema_history
                        where success and version is not null order by installed_rank desc limit 1""")) {
            return rows.next() ? rows.getString(1) : "latest";
        }
    }

    private void writeFiles(ZipOutputStream zip) throws IOException {
        for (var folder : BackupManifest.FOLDERS) {
            var count = writeFolder(zip, home.root().resolve(folder));
            progress.step("%d files of %s written".formatted(count, folder));
        }
    }

    private void writeKey(ZipOutputStream zip, SecretsKeyCopy copy) throws IOException {
        zip.putNextEntry(new ZipEntry(SecretsKeyCopy.ENTRY));
        zip.write(new ObjectMapper().writeValueAsBytes(copy));
        zip.closeEntry();
        progress.step("The key of the secrets is in it, locked with the passphrase");
    }

    private int writeFolder(ZipOutputStream zip, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (var file : files) {
            writeFile(zip, file);
        }
        return files.size();
    }

    private void writeFile(ZipOutputStream zip, Path file) throws IOException {
        var name = home.root().relativize(file).toString().replace('\\', '/');
        if (name.startsWith(BackupManifest.LEFT_OUT)) {
            return;
        }
        try (var in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException deletedMeanwhile) {
            // The server may run and delete a checkpoint between the listing and this line.
            progress.step(name + " was deleted meanwhile");
        }
    }

    /** The driver may close what it writes to; the archive goes on. */
    private static OutputStream notClosing(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }
}
