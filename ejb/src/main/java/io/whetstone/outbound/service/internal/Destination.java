package io.whetstone.outbound.service.internal;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes: scheme, host and port as the URI names them.
 *
 * @param host in lower case, without the final dot and without the brackets of IPv6
 * @param literal the address, where the host is one
 */
public record Destination(
        String scheme, String host, int port, @Nullable InetAddress literal) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_NAME = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?");

    /** Refuses what different programs read differently. */
    public static Destination of(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused("Only http and https addresses can be asked");
        }
        requireUsual(uri);
        var port = uri.getPort() < 0 ? (scheme.equals("https") ? HTTPS : HTTP) : uri.getPort();
        if (port < 1 || port > MAX_PORT) {
            throw refused("The address names no usable port");
        }
        var host = host(uri.getHost());
        return new Destination(scheme, host, port, Literals.parse(host));
    }

    private static void requireUsual(URI uri) {
        var authority = uri.getRawAuthority();
        if (authority != null && authority.indexOf('@') >= 0) {
            throw refused("An address must not contain a user name or a password");
        }
        if (uri.getHost() == null) {
            throw refused("The address names no host in a usual form");
        }
    }

    /** Something that does not speak HTTP. */
    public static Destination of(String written, int port) {
        var host = host(written);
        return new Destination("", host, port, Literals.parse(host));
    }

    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** Whether both are the same origin, to which the same credentials may be shown. */
    boolean sameOrigin(Destination other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
    }

    /** The host in lower case; refused when it is neither a usual name nor an address in its usual form. */
    static String host(String written) {
        var host = written.toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
            if (Literals.parse(host) == null) {
                throw refused(written + " is no address; one with a zone cannot be asked");
            }
            return host;
        }
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (Literals.parse(host) != null) {
            return host;
        }
        if (Literals.looksNumeric(host)) {
            throw refused("%s is an unusual form of an address; write it as four decimal numbers".formatted(written));
        }
        if (host.length() > MAX_NAME
                || host.contains("..")
                || !NAME.matcher(host).matches()) {
            throw refused(written + " is no host name");
        }
        return host;
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(ProblemType.UNPROCESSABLE, reason);
    }
}
