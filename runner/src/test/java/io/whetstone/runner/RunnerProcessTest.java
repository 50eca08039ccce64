package io.whetstone.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner as a process: what it says first, when it ends, and how it refuses to start. */
class RunnerProcessTest {
    @TempDir
    Path folder;

    @Test
    void it_says_its_port_and_ends_when_its_stdin_closes() throws Exception {
        var process = start(Runner.arguments(TinyModel.base(folder), "tiny", folder));
        try (var out = process.inputReader()) {
            var ready = Runner.JSON.readTree(out.readLine());

            assertThat(ready.get("port").asInt()).isPositive();
            assertThat(ready.get("pid").asLong()).isEqualTo(process.pid());

            process.getOutputStream().close();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void it_does_not_start_with_a_model_that_is_none() throws Exception {
        var process = start(Runner.arguments(folder.resolve("missing.gguf"), "tiny", folder));

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private static Process start(List<String> arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(
                List.of(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"), "io.whetstone.runner.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
