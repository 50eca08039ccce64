package io.whetstone.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hub that speaks the protocol of huggingface.co: the listing in pages, addresses that lead large files to a storage
 * host with another name, ranges, gated repositories. As strict as the real one: the storage host refuses a token of
 * the hub, and whoever may not read a repository learns nothing of it.
 */
final class HubPeer {
    static final String TOKEN = "hf_test";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TREE = Pattern.compile("/api/models/(?<repo>[\\w.-]+/[\\w.-]+)/tree/(?<rev>[^/]+)");
    private static final Pattern RESOLVE =
            Pattern.compile("/(?<repo>[\\w.-]+/[\\w.-]+)/resolve/(?<rev>[^/]+)/(?<path>.+)");
    private static final int PAGE = 2;
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final HttpServer hub;
    private final HttpServer storage;
    private final Map<String, HubRepository> repositories = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private HubPeer(HttpServer hub, HttpServer storage) {
        this.hub = hub;
        this.storage = storage;
        hub.createContext("/", exchange -> guarded(exchange, this::ask));
        storage.createContext("/", exchange -> guarded(exchange, this::fetch));
    }

    static HubPeer start() {
        try {
            var peer = new HubPeer(server(), server());
            peer.hub.start();
            peer.storage.start();
            return peer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HttpServer server() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "hub");
            thread.setDaemon(true);
            return thread;
        }));
        return server;
    }

    String url() {
        return "http://localhost:" + hub.getAddress().getPort();
    }

    HubRepository add(String name, HubRepository repository) {
        repositories.put(name, repository);
        return repository;
    }

    /** What was asked, as {@code GET /path range}. */
    List<String> requests(String part) {
        return requests.stream().filter(request -> request.contains(part)).toList();
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void guarded(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            var range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI() + (range == null ? "" : " " + range));
            if (exchange.getRequestMethod().equals("GET")) {
                handler.handle(exchange);
            } else {
                HubAnswers.error(exchange, 405, "MethodNotAllowed", "Method not allowed");
            }
        }
    }

    private void ask(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var tree = TREE.matcher(path);
        var resolve = RESOLVE.matcher(path);
        if (!tree.matches() && !resolve.matches()) {
            HubAnswers.error(exchange, 404, "NotFound", "Sorry, we can't find the page you are looking for.");
            return;
        }
        var called = tree.matches() ? tree : resolve;
        var repository = readable(exchange, called.group("repo"));
        if (repository == null) {
            return;
        }
        if (!called.group("rev").equals("main")) {
            HubAnswers.error(exchange, 404, "RevisionNotFound", "Invalid rev id: " + called.group("rev"));
        } else if (repository.isBusy()) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            HubAnswers.error(exchange, repository.nextFault(), "Busy", "Come back later");
        } else if (tree.matches()) {
            list(exchange, repository);
        } else {
            resolve(exchange, repository, called.group("repo"), resolve.group("path"));
        }
    }

    /** The repository, or nothing when the refusal has been sent. */
    private @Nullable HubRepository readable(HttpExchange exchange, String name) throws IOException {
        var repository = repositories.get(name);
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token != null && !token.equals("Bearer " + TOKEN)) {
            HubAnswers.error(exchange, 401, "InvalidToken", "Invalid username or password.");
        } else if (repository == null) {
            // The real hub tells strangers that they are not signed in, so that nobody can probe for private names.
            HubAnswers.error(exchange, token == null ? 401 : 404, "RepoNotFound", "Repository not found");
        } else if (repository.isGated()) {
            HubAnswers.error(exchange, token == null ? 401 : 403, "GatedRepo", "Access to this model is restricted.");
        } else {
            return repository;
        }
        return null;
    }

    private void list(HttpExchange exchange, HubRepository repository) throws IOException {
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        if (!query.contains("recursive=true")) {
            HubAnswers.error(exchange, 400, "BadRequest", "Unexpected listing");
            return;
        }
        var from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=(\\d+).*", "$1")) : 0;
        var all = repository.listing();
        var page = new ArrayList<>(all.subList(from, Math.min(all.size(), from + PAGE)));
        if (from + PAGE < all.size()) {
            var next = "<%s%s?recursive=true&cursor=%d>; rel=\"next\""
                    .formatted(url(), exchange.getRequestURI().getPath(), from + PAGE);
            exchange.getResponseHeaders().set("Link", next);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        HubAnswers.bytes(exchange, 200, JSON.writeValueAsBytes(page));
    }

    private void resolve(HttpExchange exchange, HubRepository repository, String name, String path) throws IOException {
        var file = repository.file(path);
        exchange.getResponseHeaders().set("X-Repo-Commit", COMMIT);
        if (file == null) {
            HubAnswers.error(exchange, 404, "EntryNotFound", "Entry not found");
            return;
        }
        exchange.getResponseHeaders().set("ETag", "\"" + file.etag() + "\"");
        if (!file.large()) {
            HubAnswers.content(exchange, file, repository);
            return;
        }
        exchange.getResponseHeaders().set("X-Linked-Size", String.valueOf(file.content().length));
        exchange.getResponseHeaders().set("X-Linked-Etag", "\"" + file.told() + "\"");
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        var place = "http://127.0.0.1:%d/%s?repo=%s&Signature=abc"
                .formatted(storage.getAddress().getPort(), path, name);
        exchange.getResponseHeaders().set("Location", place);
        HubAnswers.bytes(exchange, 302, "Found. Redirecting".getBytes(StandardCharsets.UTF_8));
    }

    private void fetch(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            HubAnswers.error(exchange, 400, "InvalidArgument", "Only one auth mechanism allowed");
            return;
        }
        URI asked = exchange.getRequestURI();
        var repository = repositories.get(asked.getQuery().replaceAll("repo=([^&]+).*", "$1"));
        var file = repository == null ? null : repository.file(asked.getPath().substring(1));
        if (repository == null || file == null || !asked.getQuery().endsWith("Signature=abc")) {
            HubAnswers.error(exchange, 403, "AccessDenied", "Access denied");
            return;
        }
        exchange.getResponseHeaders().set("ETag", "\"" + file.etag() + "\"");
        HubAnswers.content(exchange, file, repository);
    }
}
