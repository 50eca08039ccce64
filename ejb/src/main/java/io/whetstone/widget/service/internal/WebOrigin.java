package io.whetstone.widget.service.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The origin of a page, spelled as browsers send it (RFC 6454, 6.2). */
public final class WebOrigin {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private WebOrigin() {}

    /** Empty when the text is anything but a scheme, a host and perhaps a port. */
    public static Optional<String> parse(String text) {
        try {
            var uri = new URI(text.strip().toLowerCase(Locale.ROOT));
            var bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
            if (uri.getHost() == null
                    || !SCHEMES.contains(uri.getScheme())
                    || !bare
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                return Optional.empty();
            }
            var usual = uri.getPort() == -1 || uri.getPort() == ("https".equals(uri.getScheme()) ? HTTPS : HTTP);
            return Optional.of(uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort()));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
