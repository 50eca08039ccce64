package io.whetstone.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** The one directory that holds all state of an installation, readable by its owner only. */
public record Home(Path root) {
    private static final List<String> FOLDERS =
            List.of("keys", "storage", "models", "jobs", "run", "logs", "cache", "payara");

    static Home of(Map<String, String> environment) {
        var configured = environment.getOrDefault("WHETSTONE_HOME", "");
        var path = configured.isBlank() ? Path.of(System.getProperty("user.home"), ".whetstone") : Path.of(configured);
        return new Home(path.toAbsolutePath().normalize());
    }

    void prepare() {
        try {
            makePrivate(root);
            for (var folder : FOLDERS) {
                makePrivate(root.resolve(folder));
            }
            Files.delete(Files.createTempFile(root.resolve("run"), "write", ".probe"));
        } catch (IOException | UnsupportedOperationException unwritable) {
            throw new Refusal(
                    "The home directory %s cannot be used: %s. Set WHETSTONE_HOME to a directory you may write to."
                            .formatted(root, reason(unwritable)),
                    unwritable);
        }
    }

    private static String reason(Exception failure) {
        return failure.getClass().getSimpleName() + " " + failure.getMessage();
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** Replaces a small file at once, so that a crash leaves the old content or the new. */
    static void writePrivate(Path file, String content) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, owner);
        Files.writeString(fresh, content, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Holds neither a database nor a key: nobody has started on it yet. */
    boolean isEmpty() {
        var keyFiles = keys().toFile().list();
        return !Files.exists(postgresData()) && (keyFiles == null || keyFiles.length == 0);
    }

    Path propertiesFile() {
        return root.resolve("whetstone.properties");
    }

    Path postgresData() {
        return root.resolve("postgres");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path storage() {
        return root.resolve("storage");
    }

    Path run() {
        return root.resolve("run");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path cache() {
        return root.resolve("cache");
    }

    Path payara() {
        return root.resolve("payara");
    }

    Path firstPassword() {
        return run().resolve("first-admin-password");
    }
}
