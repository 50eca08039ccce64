package io.whetstone.runner.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets in who knows the token, finds the endpoint, and turns refusals into answers.
 *
 * <p>A path that ends in {@code /} stands for everything below it.
 */
final class Router {
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

    boolean knows(HttpHeaders headers) {
        var header = headers.get(HttpHeaderNames.AUTHORIZATION);
        return header != null
                && header.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
    }

    void answer(Exchange exchange) {
        try {
            if (!knows(exchange.headers())) {
                throw ApiException.unauthenticated();
            }
            find(exchange).answer(exchange);
        } catch (ApiException refusal) {
            refuse(exchange, refusal);
        } catch (RuntimeException failure) {
            LOGGER.log(System.Logger.Level.ERROR, "http.failed path=" + exchange.path(), failure);
            refuse(exchange, ApiException.internal("The server had an error while processing your request."));
        }
    }

    private Endpoint find(Exchange exchange) {
        var path = exchange.path();
        var method = exchange.method();
        var parent = path.substring(0, path.lastIndexOf('/') + 1);
        var methods = endpoints.getOrDefault(path, endpoints.get(parent));
        if (methods == null) {
            throw ApiException.unknownUrl(method, path);
        }
        var endpoint = methods.get(method);
        if (endpoint == null) {
            exchange.set(HttpHeaderNames.ALLOW, String.join(", ", methods.keySet()));
            throw ApiException.methodNotAllowed(method);
        }
        return endpoint;
    }

    void refuse(Exchange exchange, ApiException refusal) {
        if (refusal.status() == 429) {
            exchange.set(HttpHeaderNames.RETRY_AFTER, "1");
        }
        if (refusal.status() == 401) {
            exchange.set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        exchange.send(refusal.status(), refusal.body());
    }
}
