package io.whetstone.launcher;

import java.time.Instant;
import java.util.Optional;

/**
 * A server process as noted in its pid file.
 *
 * @param startedMillis tells it from a later process with the same number
 * @param url where people reach it
 * @param localUrl where this machine itself does
 */
record Running(long pid, long startedMillis, String url, String localUrl) {
    static Running of(ProcessHandle process, String url, String localUrl) {
        return new Running(process.pid(), started(process), url, localUrl);
    }

    static Optional<Running> parse(String text) {
        var parts = text.strip().split(" ", 4);
        try {
            return parts.length == 4
                    ? Optional.of(new Running(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[3], parts[2]))
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
        return "%d %d %s %s%n".formatted(pid, startedMillis, localUrl, url);
    }
}
