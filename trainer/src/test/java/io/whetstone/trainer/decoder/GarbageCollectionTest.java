package io.whetstone.trainer.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scalars that the collector frees under autograd once made gradients silently wrong. */
class GarbageCollectionTest {
    @Test
    void constant_collections_change_no_bit_of_a_gradient() throws IOException, InterruptedException {
        String calm = probe("-Xmn128m");
        String busy = probe("-Xmn2m");

        assertThat(calm).startsWith("results=1 ");
        assertThat(busy).isEqualTo(calm);
    }

    private static String probe(String young) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx256m", young, "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), GradientProbe.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.strip();
    }
}
