package io.whetstone.runner.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The same work through the runner's own HTTP, every stream a streamed completion of its own. */
final class HttpLoad implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final String token;
    private final ObjectNode bias = JSON.createObjectNode();
    private final ExecutorService clients = Executors.newCachedThreadPool();

    HttpLoad(int port, String token, boolean[] ends) {
        this.url = URI.create("http://127.0.0.1:%d/v1/completions".formatted(port));
        this.token = token;
        IntStream.range(0, ends.length).filter(id -> ends[id]).forEach(id -> bias.put(String.valueOf(id), -100));
    }

    void run(Workload work, int[][] prompts) {
        var bodies = Stream.of(prompts).map(prompt -> body(work, prompt)).toList();
        var answers = bodies.stream()
                .map(body -> CompletableFuture.runAsync(() -> ask(body, work.newTokens()), clients))
                .toList();
        answers.forEach(CompletableFuture::join);
    }

    private byte[] body(Workload work, int[] prompt) {
        var body = JSON.createObjectNode()
                .put("model", Bench.NAME)
                .put("temperature", 0)
                .put("stream", true)
                .put("max_tokens", work.newTokens());
        body.putObject("stream_options").put("include_usage", true);
        body.set("logit_bias", bias);
        body.set("prompt", JSON.valueToTree(prompt));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void ask(byte[] body, int newTokens) {
        try {
            var connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setRequestProperty("Authorization", "Bearer " + token);
            connection.setDoOutput(true);
            connection.getOutputStream().write(body);
            check(lastLines(connection), newTokens);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The last two lines with data: usage and the end. */
    private static List<String> lastLines(HttpURLConnection connection) throws IOException {
        try (var in = connection.getInputStream()) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("data: "))
                    .toList();
            return lines.subList(lines.size() - 2, lines.size());
        }
    }

    private static void check(List<String> lines, int newTokens) {
        if (!lines.get(0).contains("\"completion_tokens\":" + newTokens)) {
            throw new IllegalStateException("an answer of another length: " + lines.get(0));
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
