package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundBody;
import io.whetstone.outbound.service.OutboundFailure;
import io.whetstone.outbound.service.OutboundRequest;
import io.whetstone.outbound.service.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One hop of a request: what is sent where, after the redirects so far. */
record Step(
        String method,
        URI uri,
        Destination destination,
        Map<String, String> headers,
        @Nullable OutboundBody body) {
    private static final int MOVED = 301;
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final Set<Integer> REDIRECTS = Set.of(MOVED, FOUND, SEE_OTHER, 307, 308);

    /** What another host may see. All other headers may hold a credential, under whatever name. */
    private static final Set<String> HARMLESS = Set.of(
            "accept", "accept-language", "accept-encoding", "range", "if-range", "if-none-match", "if-modified-since");

    static Step first(OutboundRequest request) {
        var destination = Destination.of(request.uri());
        return new Step(
                request.method(), plain(request.uri(), destination), destination, request.headers(), request.body());
    }

    static boolean isRedirect(int status) {
        return REDIRECTS.contains(status);
    }

    /** The next hop. Credentials stay with the origin that they were meant for, and so does what was to be sent. */
    Step follow(int status, String location) throws OutboundFailure {
        var target = resolve(location);
        var next = Destination.of(target);
        if (destination.isSecure() && !next.isSecure()) {
            throw refused("%s redirects from https to http".formatted(destination.host()));
        }
        var becomesGet = becomesGet(status);
        var same = destination.sameOrigin(next);
        if (!same && !becomesGet && !method.equals("GET") && !method.equals("HEAD")) {
            throw refused("%s redirects what was to be sent to another host".formatted(destination.host()));
        }
        return new Step(
                becomesGet ? "GET" : method,
                plain(target, next),
                next,
                same ? headers : harmless(headers),
                becomesGet ? null : body);
    }

    private boolean becomesGet(int status) {
        return switch (status) {
            case SEE_OTHER -> !method.equals("HEAD");
            case MOVED, FOUND -> method.equals("POST");
            default -> false;
        };
    }

    private URI resolve(String location) throws OutboundFailure {
        try {
            return uri.resolve(new URI(location.strip()));
        } catch (URISyntaxException malformed) {
            throw refused("%s redirects to what is no address".formatted(destination.host()));
        }
    }

    private static OutboundFailure refused(String message) {
        return new OutboundFailure(Outcome.REDIRECTED, message, null);
    }

    private static Map<String, String> harmless(Map<String, String> headers) {
        var kept = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            if (HARMLESS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    /** The address as it is sent: the host in its usual form, no fragment. */
    private static URI plain(URI uri, Destination destination) {
        var host = destination.host().indexOf(':') < 0 ? destination.host() : "[" + destination.host() + "]";
        var text = new StringBuilder(destination.scheme()).append("://").append(host);
        if (uri.getPort() >= 0) {
            text.append(':').append(uri.getPort());
        }
        text.append(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
        if (uri.getRawQuery() != null) {
            text.append('?').append(uri.getRawQuery());
        }
        return URI.create(text.toString());
    }
}
