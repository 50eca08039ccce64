package io.whetstone.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one short outside program to its end and keeps what it said. */
final class Command {
    private static final int KEPT = 4_000;

    record Result(int status, String output) {
        boolean ok() {
            return status == 0;
        }
    }

    private Command() {}

    static Result run(Duration limit, Map<String, String> environment, List<String> words) {
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var log = Files.createTempFile("whetstone", ".out");
            var process = builder.redirectOutput(log.toFile()).start();
            try {
                boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.destroyForcibly();
                }
                var said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
                var tail = said.substring(Math.max(0, said.length() - KEPT)).strip();
                return ended
                        ? new Result(process.exitValue(), tail)
                        : new Result(124, tail + "\n(no answer within " + limit.toSeconds() + " s)");
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException failure) {
            return new Result(127, String.valueOf(failure.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Result(130, "interrupted");
        }
    }
}
