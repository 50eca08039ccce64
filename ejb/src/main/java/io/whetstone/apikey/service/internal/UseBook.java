package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.service.internal.UseFile.Noted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The files of uses that are not counted yet: those that run, and those that a kill or an outage has left. */
public final class UseBook {
    /** Longer than this the database does not remember what was counted. */
    static final Duration COUNTABLE = Duration.ofDays(60);

    private static final Logger LOGGER = System.getLogger(UseBook.class.getName());
    private static final Duration MAKING = Duration.ofMinutes(1);
    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}");

    private final Path folder;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    public UseBook(Path folder) {
        this.folder = folder;
    }

    /** Writes the first note of a use, which runs until it is left. */
    public UseFile begin(Noted noted) {
        running.add(noted.useId());
        try {
            Files.createDirectories(folder);
            return UseFile.create(folder, noted);
        } catch (IOException failure) {
            running.remove(noted.useId());
            throw new UncheckedIOException("The use of a key cannot be noted", failure);
        }
    }

    /** Lets go of a use: if its file is still there, it is among the left ones now. */
    public void leave(UUID useId) {
        running.remove(useId);
    }

    /** Counts what was left; a failure of the count leaves the rest for another time. */
    public void countLeft(Instant now, Consumer<Noted> count) {
        try {
            for (var path : left()) {
                var file = UseFile.open(path);
                if (file.isPresent()) {
                    try (var open = file.get()) {
                        count(open, path, now, count);
                    }
                }
            }
        } catch (IOException failure) {
            LOGGER.log(Level.WARNING, "api_key.uses_unreadable", failure);
        }
    }

    private List<Path> left() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .filter(file ->
                            !running.contains(UUID.fromString(file.getFileName().toString())))
                    .toList();
        }
    }

    private static void count(UseFile file, Path path, Instant now, Consumer<Noted> count) throws IOException {
        var noted = file.read();
        if (noted.isEmpty()) {
            // Made in this moment by another server at this home, or by one that was killed while it made it.
            if (Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(MAKING))) {
                file.remove();
            }
            return;
        }
        if (noted.get().at().isBefore(now.minus(COUNTABLE))) {
            LOGGER.log(Level.WARNING, "api_key.use_too_old use=%s".formatted(noted.get()));
        } else if (noted.get().tokens() > 0) {
            count.accept(noted.get());
        }
        file.remove();
    }
}
