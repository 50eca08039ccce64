package io.whetstone.deployment.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.deployment.service.DeploymentConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks to runners on the loopback interface. */
@ApplicationScoped
public class RunnerClient {
    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final Duration LOADING = Duration.ofSeconds(60);

    @Inject
    DeploymentConfig config;

    @Inject
    ObjectMapper json;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(QUICK)
            .build();

    boolean isHealthy(RunnerProcess runner) throws InterruptedException {
        try {
            var request = request(runner, "/health").timeout(QUICK).GET().build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        }
    }

    void addAdapter(RunnerProcess runner, String name, String path) throws IOException, InterruptedException {
        var body = json.createObjectNode().put("name", name).put("path", path);
        var request = request(runner, "/adapters")
                .timeout(LOADING)
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "The runner refused the adapter (%d): %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    /**
     * Sends a request for a completion. The answer comes as a stream, with comments about what was used so far, even
     * when it is whole. Closing the body before its end cancels the work.
     */
    public HttpResponse<InputStream> complete(RunnerProcess runner, JsonNode body)
            throws IOException, InterruptedException {
        var request = request(runner, "/v1/chat/completions")
                .timeout(config.answerTimeout())
                .header("X-Usage-Comments", "1")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        return http.send(request, BodyHandlers.ofInputStream());
    }

    private static HttpRequest.Builder request(RunnerProcess runner, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(runner.port(), path)))
                .header("Authorization", "Bearer " + runner.token())
                .header("Content-Type", "application/json");
    }
}
