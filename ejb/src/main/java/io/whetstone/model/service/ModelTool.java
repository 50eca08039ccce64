package io.whetstone.model.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.ChildEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Reads and writes model files in a forked process: weights never enter the server, and a file that breaks the reader
 * breaks that process only.
 */
@ApplicationScoped
public class ModelTool {
    private static final int REFUSED = 2;
    private static final int POLL_MILLIS = 50;
    private static final int ERROR_TAIL = 2000;

    @Inject
    ModelConfig config;

    @Inject
    ObjectMapper json;

    /** Who watches a run: is told how far it is, 0 to 1, and may end it. */
    public record Watcher(DoubleConsumer progress, BooleanSupplier cancelled) {
        public static final Watcher NONE = new Watcher(fraction -> {}, () -> false);
    }

    /** Turns a GGUF file into a folder of the Hugging Face layout. */
    public void importGguf(Path gguf, Path hf, Watcher watcher) throws IOException, InterruptedException {
        run(List.of("import-gguf", gguf.toString(), hf.toString()), watcher);
    }

    /** Checks a folder or GGUF file and says what is in it. */
    public JsonNode inspect(Path model) throws IOException, InterruptedException {
        return run(List.of("inspect", model.toString()), Watcher.NONE);
    }

    /** Writes a folder as one GGUF file of type {@code q8_0}, {@code f16} or {@code f32}. */
    public void exportGguf(Path hf, Path out, String type, Watcher watcher) throws IOException, InterruptedException {
        run(List.of("export-gguf", hf.toString(), out.toString(), type), watcher);
    }

    /** Writes a PEFT adapter as the GGUF adapter of its base. */
    public void exportAdapter(Path peft, Path hf, Path out) throws IOException, InterruptedException {
        run(List.of("export-adapter-gguf", peft.toString(), hf.toString(), out.toString()), Watcher.NONE);
    }

    /** Runs one mode to its end; the answer is the last line of JSON that it printed. */
    private JsonNode run(List<String> mode, Watcher watcher) throws IOException, InterruptedException {
        var errors = Files.createTempFile("model-tool", ".log");
        var process = fork(mode, errors);
        try {
            var answer = follow(process, watcher);
            var status = process.waitFor();
            if (status != 0) {
                throw failure(mode.get(0), status, answer, errors);
            }
            return answer;
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(errors);
        }
    }

    private Process fork(List<String> mode, Path errors) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + config.toolHeap(), "-XX:+UseSerialGC", "-jar"));
        command.add(config.trainerJar().toString());
        command.addAll(mode);
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        ChildEnvironment.clean(builder);
        builder.environment()
                .put("DJL_CACHE_DIR", config.home().resolve("cache/djl").toString());
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Reads the process's lines until it ends, without ever blocking on it, so that a cancel acts at once. */
    private JsonNode follow(Process process, Watcher watcher) throws IOException, InterruptedException {
        var end = System.nanoTime() + config.toolTimeout().toNanos();
        JsonNode last = json.createObjectNode();
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            while (true) {
                var ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                while (ended || lines.ready()) {
                    var line = lines.readLine();
                    if (line == null) {
                        return last;
                    }
                    last = taken(line, last, watcher);
                }
                requireWanted(watcher, end);
            }
        }
    }

    private JsonNode taken(String line, JsonNode last, Watcher watcher) {
        try {
            var message = json.readTree(line);
            if (message.has("progress")) {
                watcher.progress().accept(message.path("progress").asDouble());
                return last;
            }
            return message.isObject() ? message : last;
        } catch (JsonProcessingException notOurs) {
            return last;
        }
    }

    private void requireWanted(Watcher watcher, long end) throws InterruptedException {
        if (watcher.cancelled().getAsBoolean()) {
            throw new InterruptedException("The work was cancelled");
        }
        if (System.nanoTime() > end) {
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE,
                    "Reading the model took longer than %s".formatted(pretty(config.toolTimeout())));
        }
    }

    private static String pretty(Duration duration) {
        return duration.toMinutes() + " minutes";
    }

    private static ProblemException failure(String mode, int status, JsonNode answer, Path errors) throws IOException {
        var reason = answer.path("error").asText("");
        if (status == REFUSED && !reason.isEmpty()) {
            return new ProblemException(ProblemType.UNPROCESSABLE, reason);
        }
        var text = Files.readString(errors);
        var tail = text.substring(Math.max(0, text.length() - ERROR_TAIL)).strip();
        var detail = reason.isEmpty() ? tail : reason;
        return new ProblemException(
                ProblemType.UNPROCESSABLE, "The model could not be read (%s, %d): %s".formatted(mode, status, detail));
    }
}
