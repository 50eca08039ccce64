package io.whetstone.kernel.web;

import io.whetstone.kernel.service.HttpConfig;
import io.whetstone.kernel.service.Network;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees through the proxies that are trusted, and through no others: what they add could be anybody's invention. */
@ApplicationScoped
public class Proxies {
    private static final String CLIENT = Proxies.class.getName() + ".client";

    private static final List<Network> LOOPBACK = Network.list("loopback", Optional.of("127.0.0.0/8,::1"));

    @Inject
    HttpConfig config;

    private List<Network> trusted;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void read() {
        trusted = Network.list("whetstone.http.trusted-proxies", config.trustedProxies());
    }

    /**
     * Where a request comes from: the last address in its way that is no trusted proxy. Worked out once a request.
     */
    public String client(HttpServletRequest request) {
        if (request.getAttribute(CLIENT) instanceof String known) {
            return known;
        }
        var client = lastUntrusted(request);
        request.setAttribute(CLIENT, client);
        return client;
    }

    private String lastUntrusted(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var way = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
        for (var hop = way.size() - 1; hop >= 0 && Network.anyContains(trusted, address); hop--) {
            if (way.get(hop).isEmpty()) {
                break;
            }
            address = way.get(hop);
        }
        return address.substring(0, Math.min(address.length(), 64));
    }

    /** Whether the person's own connection is encrypted: where people come by https, it always is. */
    boolean isSecure(HttpServletRequest request) {
        return config.url().startsWith("https:") || cameEncrypted(request);
    }

    /** Whether this request came encrypted, as far as is known. */
    boolean cameEncrypted(HttpServletRequest request) {
        return request.isSecure()
                || ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
                        && Network.anyContains(trusted, request.getRemoteAddr()));
    }

    /** Whether a program on this machine asks, and not a proxy on it for somebody else. */
    boolean isLocal(HttpServletRequest request) {
        return Network.anyContains(LOOPBACK, request.getRemoteAddr()) && request.getHeader("X-Forwarded-For") == null;
    }
}
