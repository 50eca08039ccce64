package io.whetstone.deployment.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.deployment.service.DeploymentConfig;
import io.whetstone.kernel.service.ChildEnvironment;
import io.whetstone.kernel.service.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that serves one base. It ends with this server: its standard input is closed then. */
public class RunnerProcess {
    private static final int TOKEN_BYTES = 32;
    private static final int POLL_MILLIS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Process process;
    private final int port;
    private final String token;

    private RunnerProcess(Process process, int port, String token) {
        this.process = process;
        this.port = port;
        this.token = token;
    }

    /** Starts the process and waits until it answers. */
    static RunnerProcess start(DeploymentConfig config, Path model, String name)
            throws IOException, InterruptedException {
        var token = newToken();
        var tokenFile = writeToken(config.home().resolve("run"), token);
        var log = config.home().resolve("logs").resolve("runner-%s.log".formatted(name));
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(command(config, model, name, tokenFile))
                .redirectError(Redirect.appendTo(log.toFile()));
        ChildEnvironment.clean(builder);
        builder.environment().put("GGML_NO_BACKTRACE", "1");
        var process = builder.start();
        try {
            var ready = awaitReady(process, config.startTimeout().toNanos(), log);
            return new RunnerProcess(process, ready.path("port").asInt(), token);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        } finally {
            Files.deleteIfExists(tokenFile);
        }
    }

    private static List<String> command(DeploymentConfig config, Path model, String name, Path tokenFile) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + config.runnerHeap(), "-XX:+UseSerialGC"));
        command.add("-Djna.tmpdir=" + config.home().resolve("cache"));
        command.addAll(List.of("-jar", config.runnerJar().toString(), "--port", "0"));
        command.addAll(List.of("--token-file", tokenFile.toString()));
        command.addAll(List.of("--natives", config.natives().toString()));
        command.addAll(List.of("--model", model.toString(), "--name", name));
        command.addAll(List.of("--context", Integer.toString(config.context())));
        command.addAll(List.of("--parallel", Integer.toString(config.parallel())));
        var threads = config.threads() == 0 ? Runtime.getRuntime().availableProcessors() : config.threads();
        command.addAll(List.of("--threads", Integer.toString(threads)));
        return command;
    }

    private static JsonNode awaitReady(Process process, long patience, Path log)
            throws IOException, InterruptedException {
        var end = System.nanoTime() + patience;
        // Not closed: the runner would write into a broken pipe.
        var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        while (!lines.ready()) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("The runner ended with %d; see %s".formatted(process.exitValue(), log));
            }
            if (System.nanoTime() > end) {
                throw new IOException("The runner was not ready in time; see " + log);
            }
        }
        return Json.mapper().readTree(lines.readLine());
    }

    private static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Path writeToken(Path folder, String token) throws IOException {
        Files.createDirectories(folder);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(Files.createTempFile(folder, "runner", ".token", owner), token);
    }

    int port() {
        return port;
    }

    String token() {
        return token;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the process to end by closing its input, and insists after a moment. */
    void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException broken) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
