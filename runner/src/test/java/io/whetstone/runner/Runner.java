package io.whetstone.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A runner in this process and a client for it. */
final class Runner implements AutoCloseable {
    static final String TOKEN = "correct-horse";
    static final ObjectMapper JSON = new ObjectMapper();

    private final Serving serving;
    private final HttpClient http = HttpClient.newHttpClient();

    private Runner(Serving serving) {
        this.serving = serving;
    }

    /** Starts the tiny model, named {@code tiny}. */
    static Runner tiny(Path folder, String... more) throws IOException {
        return of(TinyModel.base(folder), "tiny", folder, more);
    }

    static Runner of(Path gguf, String name, Path folder, String... more) throws IOException {
        var arguments = Stream.concat(arguments(gguf, name, folder).stream(), Stream.of(more));
        return new Runner(Serving.open(Options.parse(arguments.toList())));
    }

    static List<String> arguments(Path gguf, String name, Path folder) throws IOException {
        var token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        return List.of(
                "--threads",
                "1",
                "--natives",
                "target/natives",
                "--model",
                gguf.toString(),
                "--name",
                name,
                "--token-file",
                token.toString());
    }

    int port() {
        return serving.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)))
                .header("Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return http.send(request(path).DELETE().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> postCounted(String path, String body) throws IOException, InterruptedException {
        var request = request(path).header("X-Usage-Comments", "1").POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<InputStream> open(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofInputStream());
    }

    JsonNode json(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(post(path, body).body());
    }

    JsonNode metrics() throws IOException, InterruptedException {
        return JSON.readTree(get("/metrics").body());
    }

    /** The data of a streamed answer, the final {@code [DONE]} included. */
    List<String> stream(String path, String body) throws IOException, InterruptedException {
        var data = new ArrayList<String>();
        post(path, body)
                .body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .forEach(line -> data.add(line.substring("data: ".length())));
        return data;
    }

    @Override
    public void close() {
        serving.close();
    }
}
