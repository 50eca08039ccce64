package io.whetstone.training.service.internal.supervision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * A trainer that runs, or did: started by this server, or by one before it. A process is told by its id together with
 * the time it began, as ids are used again.
 */
class TrainerProcess {
    private static final long TOLERANCE_MILLIS = 2000;

    private final long pid;
    private final long startedAt;
    private final @Nullable InputStream pipe;

    private TrainerProcess(long pid, long startedAt, @Nullable InputStream pipe) {
        this.pid = pid;
        this.startedAt = startedAt;
        this.pipe = pipe;
    }

    /** The process that this server has just started. */
    static TrainerProcess started(Process process) {
        return new TrainerProcess(process.pid(), startOf(process.toHandle()), process.getInputStream());
    }

    /** One that another server started; it may be gone by now. */
    static TrainerProcess remembered(long pid, long startedAt) {
        return new TrainerProcess(pid, startedAt, null);
    }

    /** The process that the trainer itself noted in its folder: the id and the time it began. */
    static Optional<TrainerProcess> noted(Path file) {
        try {
            var words = new Scanner(Files.readString(file));
            return Optional.of(remembered(words.nextLong(), words.nextLong()));
        } catch (IOException | NoSuchElementException absent) {
            return Optional.empty();
        }
    }

    long pid() {
        return pid;
    }

    long startedAt() {
        return startedAt;
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Empties the pipe, so that the trainer never waits for us; true when there was news in it. */
    boolean drain() {
        if (pipe == null) {
            return false;
        }
        try {
            var waiting = pipe.available();
            return waiting > 0 && pipe.skip(waiting) > 0;
        } catch (IOException closed) {
            return false;
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(found -> Math.abs(startOf(found) - startedAt) <= TOLERANCE_MILLIS)
                .filter(found -> !isZombie());
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
    }

    /** A dead process whose parent never asked for its result still has an id on Linux. */
    private boolean isZombie() {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException | RuntimeException notLinux) {
            return false;
        }
    }
}
