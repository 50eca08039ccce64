package io.whetstone.model.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.model.service.ModelConfig;
import io.whetstone.model.service.ModelSource;
import io.whetstone.outbound.service.OutboundAnswer;
import io.whetstone.outbound.service.OutboundClient;
import io.whetstone.outbound.service.OutboundLimits;
import io.whetstone.outbound.service.OutboundRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speaks to a Hugging Face-compatible hub: lists the files of a repository and opens them at an offset. */
@ApplicationScoped
class HubClient {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int MAX_LISTING = 16 << 20;
    private static final int MAX_PAGES = 100;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;[^,]*rel=\"?next\"?");
    private static final Duration LONGEST_DOWNLOAD = Duration.ofDays(1);

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

    /** All files of a repository, which the hub tells in pages. */
    List<HubFile> list(ModelSource.Hub source) throws IOException, InterruptedException {
        var files = new ArrayList<HubFile>();
        var first = address("api/models/%s/tree/%s?recursive=true".formatted(source.repository(), revision(source)));
        var next = Optional.of(first);
        for (var page = 0; next.isPresent() && page < MAX_PAGES; page++) {
            var address = next.get();
            try (var answer = outbound.send(request(address, outbound.limits().withMaxBytes(MAX_LISTING)))) {
                requireFound(answer, source.repository());
                json.readTree(answer.body()).forEach(entry -> add(files, entry));
                next = following(answer).map(address::resolve).filter(found -> sameHost(found, first));
            }
        }
        return files;
    }

    /** The address of the next page (RFC 8288), if there is one. */
    private static Optional<String> following(OutboundAnswer answer) {
        return answer.header("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst();
    }

    /** Our token must not be led elsewhere. */
    private static boolean sameHost(URI found, URI first) {
        return first.getAuthority().equals(found.getAuthority())
                && first.getScheme().equals(found.getScheme());
    }

    Opened open(ModelSource.Hub source, HubFile file, long offset) throws IOException, InterruptedException {
        var path = URLEncoder.encode(file.path(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        var address = address("%s/resolve/%s/%s".formatted(source.repository(), revision(source), path));
        // Who downloads goes on by itself where an attempt ended.
        var limits = outbound.limits()
                .withTotal(LONGEST_DOWNLOAD)
                .withMaxBytes(config.maxSize())
                .withAttempts(1);
        var request = request(address, limits);
        var answer = outbound.send(offset > 0 ? request.with("Range", "bytes=%d-".formatted(offset)) : request);
        if (answer.status() != OK && answer.status() != PARTIAL) {
            answer.close();
            requireFound(answer, source.repository());
        }
        return new Opened(answer.body(), answer.status() == PARTIAL ? offset : 0);
    }

    private static void add(List<HubFile> files, JsonNode entry) {
        if (entry.path("type").asText().equals("file")) {
            var lfs = entry.path("lfs");
            var sha256 = lfs.hasNonNull("oid") ? lfs.path("oid").asText() : null;
            files.add(
                    new HubFile(entry.path("path").asText(), entry.path("size").asLong(), sha256));
        }
    }

    /** What may be better in a moment is an {@link IOException}. */
    private static void requireFound(OutboundAnswer answer, String repository) throws IOException {
        switch (answer.status()) {
            case OK -> {}
            case 401, 403, 404 ->
                throw new ProblemException(
                        ProblemType.UNPROCESSABLE,
                        "The hub has no repository %s that may be read (%d)".formatted(repository, answer.status()));
            default -> throw new IOException("The hub answered " + answer.status());
        }
    }

    private OutboundRequest request(URI address, OutboundLimits limits) {
        var request = OutboundRequest.get(address, limits);
        return config.hubToken()
                .map(token -> request.with("Authorization", "Bearer " + token))
                .orElse(request);
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
