package io.whetstone.product;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that knows one breached password, and tells of the hashes that begin with five given digits. */
final class BreachPeer {
    static final String BREACHED = "mellow-otter-fjord-seen-before";

    private static final int PREFIX = 5;

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private BreachPeer(HttpServer server) {
        this.server = server;
    }

    static BreachPeer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var peer = new BreachPeer(server);
            server.createContext("/range/", exchange -> {
                try (exchange) {
                    var prefix = exchange.getRequestURI().getPath().substring("/range/".length());
                    peer.asked.add(prefix);
                    var hash = hash(BREACHED);
                    var hit = hash.startsWith(prefix) ? hash.substring(PREFIX) + ":42\n" : "";
                    HubAnswers.bytes(
                            exchange, 200, ("0".repeat(35) + ":0\n" + hit).getBytes(StandardCharsets.US_ASCII));
                }
            });
            server.start();
            return peer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "http://localhost:%d/range/".formatted(server.getAddress().getPort());
    }

    /** What it was asked for, each time. */
    List<String> asked() {
        return asked;
    }

    private static String hash(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
