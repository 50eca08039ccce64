package io.whetstone.storage.service.internal;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file of an upload while one request writes to it. The operating system's lock keeps a second writer away, on this
 * node and on others of the same file system, and ends with the process.
 */
final class PartFile implements AutoCloseable {
    private final FileChannel channel;

    private PartFile(FileChannel channel) {
        this.channel = channel;
    }

    static PartFile open(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new PartFile(channel);
            }
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw busy();
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
        channel.close();
        throw busy();
    }

    /** Forgets what lies behind {@code length} bytes and goes on from there. */
    void cut(long length) throws IOException {
        channel.truncate(length);
        channel.position(length);
    }

    long length() throws IOException {
        return channel.size();
    }

    void append(byte[] bytes, int count) throws IOException {
        var rest = ByteBuffer.wrap(bytes, 0, count);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** After this, a crash of the machine loses nothing of what was appended. */
    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static ProblemException busy() {
        return new ProblemException(ProblemType.LOCKED, "Another request is writing to this upload");
    }
}
