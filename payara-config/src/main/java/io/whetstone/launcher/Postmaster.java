package io.whetstone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The running PostgreSQL of a data directory, as its {@code postmaster.pid} tells it. */
record Postmaster(long pid, int port) {
    /** Lines of the file: process id, data directory, start time, port, and more. */
    static Optional<Postmaster> parse(List<String> lines) {
        if (lines.size() < 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** The postmaster of this directory if it is alive; a file left behind by a crash of the machine is removed. */
    static Optional<Postmaster> of(Path data) {
        try {
            var found = parse(Files.readAllLines(file(data)));
            var alive = found.filter(postmaster -> postmaster.serves(data));
            if (alive.isEmpty()) {
                Files.deleteIfExists(file(data));
            }
            return alive;
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    /** Another program may have got the same number since; ours names its data directory on its command line. */
    private boolean serves(Path data) {
        try {
            var commandLine = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return commandLine.contains("postgres") && commandLine.contains(data.toString());
        } catch (IOException noProcFileSystem) {
            return !Files.isDirectory(Path.of("/proc/self")) && process().isPresent();
        }
    }
}
