package io.whetstone.launcher;

import java.time.Instant;
import java.util.Optional;

/** A server process as noted in its pid file; the start time tells it from a later process with the same number. */
record Running(long pid, long startedMillis, String url) {
    static Running of(ProcessHandle process, String url) {
        return new Running(process.pid(), started(process), url);
    }

    static Optional<Running> parse(String text) {
        var parts = text.strip().split(" ", 3);
        try {
            return parts.length == 3
                    ? Optional.of(new Running(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(process -> Math.abs(started(process) - startedMillis) < 2_000);
    }

    boolean alive() {
        return process().filter(ProcessHandle::isAlive).isPresent();
    }

    String format() {
        return "%d %d %s%n".formatted(pid, startedMillis, url);
    }
}
