package io.whetstone.widget.service.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The origin of a page, spelled as browsers send it (RFC 6454, 6.2). */
public final class WebOrigin {
    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

    private WebOrigin() {}

    /** Empty when the text is anything but a scheme, a host and perhaps a port. */
    public static Optional<String> parse(String text) {
        try {
            var uri = new URI(text.strip().toLowerCase(Locale.ROOT));
            var bare = uri.getScheme() + "://" + uri.getHost();
            var whole = uri.getPort() < 0 ? bare : bare + ":" + uri.getPort();
            if (uri.getHost() == null || !USUAL_PORTS.containsKey(uri.getScheme()) || !whole.equals(uri.toString())) {
                return Optional.empty();
            }
            return Optional.of(USUAL_PORTS.get(uri.getScheme()).equals(uri.getPort()) ? bare : whole);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
