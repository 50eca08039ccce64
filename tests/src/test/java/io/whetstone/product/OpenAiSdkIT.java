package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The official OpenAI SDK for Node, as it comes from npm, against {@code /v1}. */
class OpenAiSdkIT {
    static final Path SOURCE = Product.root().resolve("tests/src/test/openai");
    static final Path FOLDER = Product.root().resolve("tests/target/openai");

    final Product product = Product.shared();

    record Ended(int status, String output) {}

    @Test
    void the_sdk_finds_all_as_it_expects() throws IOException, InterruptedException {
        install();
        var admin = product.admin();
        var model = new Jobs(product).starterModel().path("name").asText();

        var ended = run(
                List.of("node", "check.mjs"),
                Map.of("BASE_URL", product.url() + "/v1", "API_KEY", admin.token(), "MODEL", model));

        System.out.print(ended.output());
        assertThat(ended.status()).as(ended.output()).isZero();
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (var name : List.of("package.json", "package-lock.json", "check.mjs")) {
            Files.write(FOLDER.resolve(name), Files.readAllBytes(SOURCE.resolve(name)));
        }
        assumeTrue(isThere("node") && isThere("npm"), "No node: the OpenAI SDK is not tried");
        var installed = run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), Map.of());
        assumeTrue(installed.status() == 0, () -> "The OpenAI SDK cannot be fetched: " + installed.output());
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return run(List.of(program, "--version"), Map.of()).status() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Ended run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
