package io.whetstone.dataset.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.dataset.service.DatasetConfig;
import io.whetstone.kernel.service.ChildEnvironment;
import io.whetstone.model.service.ModelConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Counts tokens in a forked process of low priority, as tokenizers are native code that the server does not load. */
@ApplicationScoped
public class TokenCounter {
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final int POLL_MILLIS = 100;
    private static final int ERROR_TAIL = 500;

    @Inject
    ModelConfig models;

    @Inject
    DatasetConfig config;

    @Inject
    ObjectMapper json;

    /** The summary of the rows; an empty object when it was cancelled. */
    public JsonNode count(Path hf, Path rows, BooleanSupplier cancelled) throws IOException, InterruptedException {
        var answer = Files.createTempFile("tokens", ".json");
        var log = Files.createTempFile("tokens", ".log");
        try {
            return run(command(hf, rows, answer), log, cancelled) ? json.readTree(answer.toFile()) : json.nullNode();
        } finally {
            Files.deleteIfExists(answer);
            Files.deleteIfExists(log);
        }
    }

    private List<String> command(Path hf, Path rows, Path answer) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "15"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx512m", "-XX:+UseSerialGC", "-jar", models.trainerJar().toString()));
        command.addAll(List.of("count-tokens", hf.toString(), rows.toString(), answer.toString()));
        return command;
    }

    private boolean run(List<String> command, Path log, BooleanSupplier cancelled)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        ChildEnvironment.clean(builder);
        builder.environment()
                .put("DJL_CACHE_DIR", models.home().resolve("cache/djl").toString());
        var process = builder.start();
        try {
            process.getOutputStream().close();
            long end = System.nanoTime() + config.countTimeout().toNanos();
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    return false;
                }
                if (System.nanoTime() > end) {
                    throw new IOException("Counting tokens took longer than " + config.countTimeout());
                }
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            var text = Files.readString(log);
            throw new IOException("Counting tokens failed: "
                    + text.substring(Math.max(0, text.length() - ERROR_TAIL)).strip());
        }
        return true;
    }
}
