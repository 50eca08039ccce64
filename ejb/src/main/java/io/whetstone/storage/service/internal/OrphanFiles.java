package io.whetstone.storage.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.storage.entity.UploadRepository;
import io.whetstone.storage.service.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that a crash has left and that no row leads to: those of uploads without a row, and half written objects. Only
 * what has not changed for the life of an upload counts, so nothing at work is touched.
 */
@ApplicationScoped
@SystemScoped
public class OrphanFiles implements Purgeable {
    private static final Logger LOGGER = System.getLogger(OrphanFiles.class.getName());
    private static final String ID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    private static final Pattern UPLOAD = Pattern.compile("uploads/" + ID + "/(?<id>" + ID + ")");
    private static final Pattern UNFINISHED = Pattern.compile("(.*/)?\\.[^/]+\\." + ID + "\\.part");

    @Inject
    UploadRepository uploads;

    @Inject
    StorageConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "orphan_files";
    }

    @Override
    public boolean hasExpired() {
        return !find(1).isEmpty();
    }

    @Override
    public void purge(int most) {
        for (var orphan : find(most)) {
            try {
                Files.deleteIfExists(orphan);
                LOGGER.log(Level.INFO, "storage.orphan_removed file=" + name(orphan));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private List<Path> find(int most) {
        var search = new Search(most);
        try {
            Files.walkFileTree(Files.createDirectories(config.root()), search);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return search.found;
    }

    private boolean isOrphan(Path file, BasicFileAttributes facts) {
        if (!facts.lastModifiedTime().toInstant().isBefore(clock.instant().minus(config.uploadLife()))) {
            return false;
        }
        var upload = UPLOAD.matcher(name(file));
        return upload.matches()
                ? !uploads.isKnown(UUID.fromString(upload.group("id")))
                : UNFINISHED.matcher(name(file)).matches();
    }

    /** The key of a file, with {@code /} on every system. */
    private String name(Path file) {
        return config.root().relativize(file).toString().replace('\\', '/');
    }

    /** Looks through all files. What others remove meanwhile is no failure. */
    private final class Search extends SimpleFileVisitor<Path> {
        private final List<Path> found = new ArrayList<>();
        private final int most;

        Search(int most) {
            this.most = most;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            if (isOrphan(file, facts)) {
                found.add(file);
            }
            return found.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
