package io.whetstone.outbound.service;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A question to an outside system. Host, length and connection are not its business: such headers are refused. */
public record OutboundRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable OutboundBody body,
        OutboundLimits limits) {
    private static final Pattern METHOD = Pattern.compile("[A-Z]{3,16}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "content-type",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "proxy-authorization",
            "proxy-connection");

    public OutboundRequest {
        var checked = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || OURS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                throw new IllegalArgumentException("The header " + name + " cannot be set");
            }
            // The value may be a credential: it is not told.
            if (!VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("The value of the header " + name + " cannot be sent");
            }
            checked.put(name, value);
        });
        if (!METHOD.matcher(method).matches() || method.equals("CONNECT") || method.equals("TRACE")) {
            throw new IllegalArgumentException(method + " cannot be sent");
        }
        headers = java.util.Collections.unmodifiableMap(checked);
    }

    public static OutboundRequest get(URI uri, OutboundLimits limits) {
        return new OutboundRequest("GET", uri, Map.of(), null, limits);
    }

    public static OutboundRequest post(URI uri, OutboundBody body, OutboundLimits limits) {
        return new OutboundRequest("POST", uri, Map.of(), body, limits);
    }

    /** The same request with one more header. */
    public OutboundRequest with(String name, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new OutboundRequest(method, uri, more, body, limits);
    }

    /** Whether sending it twice has the effect of sending it once. */
    public boolean isIdempotent() {
        return IDEMPOTENT.contains(method);
    }
}
