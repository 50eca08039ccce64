package io.whetstone.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.envelope.MasterKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * {@code whetstone restore FILE}: a backup read into an empty home. The schema is first brought to the version of the
 * backup; the next start migrates it on.
 */
final class Restore {
    private final Home home;
    private final Settings settings;
    private final Progress progress;

    Restore(Home home, Settings settings, Progress progress) {
        this.home = home;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Reads all of it.
     *
     * @param withKey whether to take the key of the secrets back where the backup has it
     */
    void read(Path file, boolean withKey, Supplier<Optional<String>> passphrase) {
        if (!home.isEmpty()) {
            throw new Refusal(
                    "%s is not empty. A backup is read into an empty home: set WHETSTONE_HOME to a new directory."
                            .formatted(home.root()));
        }
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = manifest(zip, file);
            var keys = withKey ? keys(zip, passphrase) : List.<MasterKey>of();
            home.prepare();
            var lock = HomeLock.take(home, settings.url(), settings.localUrl());
            try {
                readAll(zip, manifest);
                keep(keys);
            } finally {
                lock.close();
            }
            progress.step("%s is restored from %s; start it with ./whetstone up".formatted(home.root(), file));
        } catch (IOException failure) {
            throw new Refusal("%s cannot be read: %s".formatted(file, failure.getMessage()), failure);
        }
    }

    /** The passphrase is tried before anything is written. */
    private static List<MasterKey> keys(ZipFile zip, Supplier<Optional<String>> passphrase) throws IOException {
        var entry = zip.getEntry(SecretsKeyCopy.ENTRY);
        if (entry == null) {
            return List.of();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var copy = new ObjectMapper().readValue(in, SecretsKeyCopy.class);
            return copy.unlock(passphrase
                    .get()
                    .orElseThrow(
                            () -> new Refusal("The backup holds the key of the secrets, locked: set %s, or leave it"
                                            .formatted(Passphrase.VARIABLE)
                                    + " out with --without-secrets-key.")));
        }
    }

    private void keep(List<MasterKey> keys) {
        var places = new MasterKeys(home, settings);
        if (keys.isEmpty() || places.areGiven()) {
            progress.step("No key of the secrets was taken from the backup: ./whetstone up needs the one of the"
                    + " original in " + places.place());
            return;
        }
        places.write(keys.get(0));
        keys.stream().skip(1).forEach(places::writeFormer);
        progress.step("The key of the secrets is back in " + places.place());
    }

    private void readAll(ZipFile zip, BackupManifest manifest) throws IOException {
        boolean whole = false;
        try {
            readFiles(zip);
            OpenDatabase.alone(home, settings, ready -> {
                readRows(zip, manifest, ready);
                note(manifest, ready);
                return 0;
            });
            whole = true;
        } finally {
            if (!whole) {
                clear();
            }
        }
    }

    /** A backup that is older than the log brings no place for a note. */
    private static void note(BackupManifest manifest, DatabaseSetup.Ready ready) {
        if (manifest.tables().stream().anyMatch(table -> table.name().equals("audit_events"))) {
            AuditNote.add(ready.owner(), "installation.restored", Map.of("backupOf", manifest.createdAt()));
        }
    }

    /** A home that holds half of a backup must not start. */
    private void clear() throws IOException {
        Trees.delete(home.postgresData());
        for (var folder : BackupManifest.FOLDERS) {
            Trees.delete(home.root().resolve(folder));
        }
    }

    private static BackupManifest manifest(ZipFile zip, Path file) throws IOException {
        var entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw new Refusal(file + " is no backup of Whetstone: it has no " + BackupManifest.ENTRY + ".");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var manifest = new ObjectMapper().readValue(in, BackupManifest.class);
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new Refusal("%s was made by Whetstone %s in a form that this version does not read."
                        .formatted(file, manifest.whetstone()));
            }
            return manifest;
        }
    }

    private void readFiles(ZipFile zip) throws IOException {
        int count = 0;
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            if (isFile(entry)) {
                readFile(zip, entry);
                count++;
            }
        }
        progress.step("%d files read".formatted(count));
    }

    private static boolean isFile(ZipEntry entry) {
        return BackupManifest.FOLDERS.stream()
                .anyMatch(folder -> entry.getName().startsWith(folder + "/"));
    }

    private void readFile(ZipFile zip, ZipEntry entry) throws IOException {
        var target = Trees.inside(home.root(), entry.getName());
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    }

    private void readRows(ZipFile zip, BackupManifest manifest, DatabaseSetup.Ready ready) {
        requireNobody(ready.owner());
        var unfolded = Archive.unfold(Installation.current().ear(), home.payara());
        Migrations.run(ready.owner(), Archive.libraries(unfolded), manifest.schema());
        try (var connection = ready.owner().connectToAll()) {
            long rows = copy(zip, manifest, new TableDump(connection));
            connection.commit();
            progress.step("%d rows of %d tables read"
                    .formatted(rows, manifest.tables().size()));
        } catch (SQLException | IOException failure) {
            throw new Refusal("The rows cannot be read back: " + failure.getMessage(), failure);
        }
    }

    /** A database of somebody else may serve another home; its rows must not make room for the backup. */
    private static void requireNobody(Database owner) {
        try (var connection = owner.connectToAll()) {
            if (Roles.exists(connection, "select 1 from pg_tables where schemaname = 'public' and tablename = 'users'")
                    && Roles.exists(connection, "select 1 from users limit 1")) {
                throw new Refusal("%s is in use already. A backup is read into an empty database.".formatted(owner));
            }
        } catch (SQLException failure) {
            throw new Refusal("%s cannot be read: %s".formatted(owner, failure.getMessage()), failure);
        }
    }

    private static long copy(ZipFile zip, BackupManifest manifest, TableDump dump) throws SQLException, IOException {
        var binding = dump.binding();
        dump.bindOwner(binding, false);
        dump.empty(manifest.tables().stream().map(BackupManifest.Table::name).toList());
        long rows = 0;
        for (var table : manifest.tables()) {
            try (InputStream in = new BufferedInputStream(zip.getInputStream(zip.getEntry(table.entry())))) {
                rows += dump.read(table.name(), table.columns(), in);
            }
        }
        for (var sequence : manifest.sequences()) {
            dump.set(sequence);
        }
        dump.bindOwner(binding, true);
        return rows;
    }
}
