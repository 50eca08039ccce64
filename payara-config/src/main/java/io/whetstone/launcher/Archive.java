package io.whetstone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The EAR that ships, unfolded for Payara Micro, which deploys no EAR: the content of its WAR, with the EJB jars and
 * the shared libraries in {@code WEB-INF/lib}. A folder is named by the hash of its EAR and made only once.
 */
final class Archive {
    private static final String LIBRARIES = "WEB-INF/lib/";

    private Archive() {}

    static Path unfold(Path ear, Path folder) {
        if (!Files.isRegularFile(ear)) {
            throw new Refusal("There is no %s. Start with ./whetstone up, which builds it.".formatted(ear));
        }
        try {
            var target = folder.resolve("app-" + sha256(ear).substring(0, 16));
            if (!Files.isDirectory(target)) {
                deleteOlder(folder);
                var fresh = folder.resolve("app.unfolding");
                Trees.delete(fresh);
                unfoldInto(ear, fresh);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException failure) {
            throw new Refusal("%s cannot be unfolded: %s".formatted(ear, failure.getMessage()), failure);
        }
    }

    static Path libraries(Path unfolded) {
        return unfolded.resolve(LIBRARIES);
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void deleteOlder(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            for (var child : children.filter(
                            path -> path.getFileName().toString().startsWith("app-"))
                    .toList()) {
                Trees.delete(child);
            }
        }
    }

    private static void unfoldInto(Path ear, Path folder) throws IOException {
        int wars = 0;
        try (var outer = new ZipInputStream(Files.newInputStream(ear))) {
            for (ZipEntry entry = outer.getNextEntry(); entry != null; entry = outer.getNextEntry()) {
                if (entry.getName().endsWith(".war")) {
                    extract(outer, folder);
                    wars++;
                } else {
                    var place = placeOf(entry.getName());
                    if (place.isPresent()) {
                        write(outer, Trees.inside(folder, place.get()));
                    }
                }
            }
        }
        if (wars != 1) {
            throw new IOException("it holds %d web modules where one is expected".formatted(wars));
        }
    }

    /** Where an entry of the EAR goes in the WAR; the descriptor of the EAR goes nowhere. */
    static Optional<String> placeOf(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        boolean library = lower.endsWith(".jar") && (!lower.contains("/") || lower.startsWith("lib/"));
        return library ? Optional.of(LIBRARIES + name.substring(name.lastIndexOf('/') + 1)) : Optional.empty();
    }

    private static void extract(InputStream war, Path folder) throws IOException {
        var inner = new ZipInputStream(war);
        for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
            var file = Trees.inside(folder, entry.getName());
            // The manifest of a skinny WAR names libraries of the EAR, which lie elsewhere here.
            if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                write(inner, file);
            }
        }
    }

    private static void write(InputStream in, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
