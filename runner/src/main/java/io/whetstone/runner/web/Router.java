package io.whetstone.runner.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets in who knows the token, finds the endpoint, and turns refusals into answers.
 *
 * <p>A path that ends in {@code /} stands for everything below it.
 */
final class Router implements HttpHandler {
    private static final System.Logger LOGGER = System.getLogger(Router.class.getName());
    private static final String SCHEME = "Bearer ";

    private final byte[] token;
    private final Map<String, Map<String, Endpoint>> endpoints = new HashMap<>();

    Router(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    Router on(String method, String path, Endpoint endpoint) {
        endpoints.computeIfAbsent(path, any -> new HashMap<>()).put(method, endpoint);
        return this;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try {
            answer(exchange);
        } catch (IOException gone) {
            LOGGER.log(System.Logger.Level.DEBUG, "http.gone path=" + exchange.getRequestURI(), gone);
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            authenticate(exchange);
            find(exchange).answer(exchange);
        } catch (ApiException refusal) {
            refuse(exchange, refusal);
        } catch (RuntimeException failure) {
            LOGGER.log(System.Logger.Level.ERROR, "http.failed path=" + exchange.getRequestURI(), failure);
            refuse(exchange, ApiException.internal("The server had an error while processing your request."));
        }
    }

    private void authenticate(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        boolean known = header != null
                && header.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
        if (!known) {
            throw ApiException.unauthenticated();
        }
    }

    private Endpoint find(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        var parent = path.substring(0, path.lastIndexOf('/') + 1);
        var methods = endpoints.getOrDefault(path, endpoints.get(parent));
        if (methods == null) {
            throw ApiException.unknownUrl(method, path);
        }
        var endpoint = methods.get(method);
        if (endpoint == null) {
            exchange.getResponseHeaders().set("Allow", String.join(", ", methods.keySet()));
            throw ApiException.methodNotAllowed(method);
        }
        return endpoint;
    }

    private static void refuse(HttpExchange exchange, ApiException refusal) throws IOException {
        if (refusal.status() == 429) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        if (refusal.status() == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        if (exchange.getResponseCode() < 0) {
            Exchanges.send(exchange, refusal.status(), refusal.body());
        }
    }
}
