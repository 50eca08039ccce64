package io.whetstone.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One running server per home. The operating system releases the lock when the process dies, however it dies; the
 * file {@code run/launcher.pid} beside it tells other commands whom to signal.
 */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path pidFile;

    private HomeLock(FileChannel channel, Path pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    static HomeLock take(Home home, String url, String localUrl) {
        var pidFile = pidFile(home);
        try {
            var channel =
                    FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new Refusal(refusal(home));
            }
            Home.writePrivate(
                    pidFile, Running.of(ProcessHandle.current(), url, localUrl).format());
            return new HomeLock(channel, pidFile);
        } catch (IOException failure) {
            throw new Refusal("The home directory %s cannot be locked: %s".formatted(home.root(), failure), failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static String refusal(Home home) {
        var who = running(home)
                .map(running -> "process %d, %s".formatted(running.pid(), running.url()))
                .orElse("another process");
        return ("Whetstone already runs on %s (%s). Stop it with ./whetstone down,"
                        + " or set WHETSTONE_HOME and WHETSTONE_PORT for a second one.")
                .formatted(home.root(), who);
    }

    /** The live server of a home, if there is one. */
    static Optional<Running> running(Home home) {
        try {
            return Running.parse(Files.readString(pidFile(home))).filter(Running::alive);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Path pidFile(Home home) {
        return home.run().resolve("launcher.pid");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(pidFile);
        channel.close();
    }
}
