package io.whetstone.model.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.model.service.ModelConfig;
import io.whetstone.model.service.ModelSource;
import io.whetstone.outbound.service.OutboundClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks to a Hugging Face-compatible hub: lists the files of a repository and opens them at an offset. */
@ApplicationScoped
class HubClient {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int MAX_LISTING = 16 << 20;

    @Inject
    ModelConfig config;

    @Inject
    OutboundClient outbound;

    @Inject
    ObjectMapper json;

    /** A file of a repository. {@code sha256} is known for large files only. */
    record HubFile(String path, long size, @Nullable String sha256) {}

    /** The body of a file; {@code offset} tells where it begins, as a hub may ignore the wish. */
    record Opened(InputStream body, long offset) {}

    List<HubFile> list(ModelSource.Hub source) throws IOException, InterruptedException {
        var address = address("api/models/%s/tree/%s?recursive=true".formatted(source.repository(), revision(source)));
        var answer = outbound.get(address, headers(0));
        try (var body = answer.body()) {
            requireFound(answer, source.repository());
            var files = new ArrayList<HubFile>();
            json.readTree(body.readNBytes(MAX_LISTING)).forEach(entry -> add(files, entry));
            return files;
        }
    }

    Opened open(ModelSource.Hub source, HubFile file, long offset) throws IOException, InterruptedException {
        var path = URLEncoder.encode(file.path(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        var address = address("%s/resolve/%s/%s".formatted(source.repository(), revision(source), path));
        var answer = outbound.get(address, headers(offset));
        if (answer.statusCode() != OK && answer.statusCode() != PARTIAL) {
            answer.body().close();
            throw new IOException("The hub answered %d for %s".formatted(answer.statusCode(), file.path()));
        }
        return new Opened(answer.body(), answer.statusCode() == PARTIAL ? offset : 0);
    }

    private static void add(List<HubFile> files, JsonNode entry) {
        if (entry.path("type").asText().equals("file")) {
            var lfs = entry.path("lfs");
            var sha256 = lfs.hasNonNull("oid") ? lfs.path("oid").asText() : null;
            files.add(
                    new HubFile(entry.path("path").asText(), entry.path("size").asLong(), sha256));
        }
    }

    private static void requireFound(HttpResponse<?> answer, String repository) {
        switch (answer.statusCode()) {
            case OK -> {}
            case 401, 403, 404 ->
                throw new ProblemException(
                        ProblemType.UNPROCESSABLE,
                        "The hub has no repository %s that may be read (%d)"
                                .formatted(repository, answer.statusCode()));
            default ->
                throw new ProblemException(ProblemType.UPSTREAM_FAILED, "The hub answered " + answer.statusCode());
        }
    }

    private Map<String, String> headers(long offset) {
        var headers = new HashMap<String, String>();
        config.hubToken().ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        if (offset > 0) {
            headers.put("Range", "bytes=%d-".formatted(offset));
        }
        return headers;
    }

    private URI address(String path) {
        var endpoint = config.hubEndpoint().toString();
        return URI.create(endpoint.endsWith("/") ? endpoint + path : endpoint + "/" + path);
    }

    private static String revision(ModelSource.Hub source) {
        var revision = source.revision();
        return revision == null ? "main" : URLEncoder.encode(revision, StandardCharsets.UTF_8);
    }
}
