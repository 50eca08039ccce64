package io.whetstone.apikey.service.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The file in which a running request of a key notes what it has used so far. Written in place, in one call, it is
 * whole after a kill at any moment. Its name identifies the use, so that it is counted once. Whoever works on it holds
 * its lock, which a killed process lets go of.
 */
public final class UseFile implements Closeable {
    private static final int LENGTH = 4 * Long.BYTES;

    private final Path path;
    private final RandomAccessFile file;

    private UseFile(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    /** What is noted: who has used how much, until when. */
    public record Noted(UUID useId, UUID keyId, Instant at, long tokens) {}

    /** Makes the file of a use. */
    public static UseFile create(Path folder, Noted noted) throws IOException {
        var made = new UseFile(folder.resolve(noted.useId().toString()));
        made.lock();
        made.note(noted);
        return made;
    }

    /** Opens a file that is there, unless somebody works on it or it is gone meanwhile. */
    public static Optional<UseFile> open(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        var found = new UseFile(path);
        if (found.lock()) {
            return Optional.of(found);
        }
        found.close();
        return Optional.empty();
    }

    void note(Noted noted) throws IOException {
        var content = ByteBuffer.allocate(LENGTH)
                .putLong(noted.keyId().getMostSignificantBits())
                .putLong(noted.keyId().getLeastSignificantBits())
                .putLong(noted.at().toEpochMilli())
                .putLong(noted.tokens());
        // No channel: an interrupted thread would close it.
        file.seek(0);
        file.write(content.array());
    }

    /** Empty when it was made, but nothing noted before its process was killed. */
    Optional<Noted> read() throws IOException {
        var bytes = new byte[LENGTH];
        file.seek(0);
        if (file.read(bytes) < LENGTH) {
            return Optional.empty();
        }
        var content = ByteBuffer.wrap(bytes);
        return Optional.of(new Noted(
                UUID.fromString(path.getFileName().toString()),
                new UUID(content.getLong(), content.getLong()),
                Instant.ofEpochMilli(content.getLong()),
                content.getLong()));
    }

    void remove() throws IOException {
        Files.deleteIfExists(path);
    }

    private boolean lock() throws IOException {
        return file.getChannel().tryLock() != null;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
