package io.whetstone.outbound.service.internal;

import io.whetstone.kernel.ProblemException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a rule opens: a host by its name, or addresses, and of these one port or all.
 *
 * @param name a host name; null when {@code range} is given
 * @param range a single address or several; null when {@code name} is given
 */
public record Target(
        @Nullable String name,
        @Nullable Cidr range,
        @Nullable Integer port) {
    /** Reads a host name, an address or a range; another text is invalid. */
    public static Target parse(String text, @Nullable Integer port) {
        var written = text.strip();
        var range = Cidr.parse(written);
        if (range != null) {
            return new Target(null, range, port);
        }
        var address = Literals.parse(written.startsWith("[") ? written.replaceAll("[\\[\\]]", "") : written);
        if (address != null) {
            return new Target(null, new Cidr(address, address.getAddress().length * Byte.SIZE), port);
        }
        try {
            return new Target(Destination.host(written), null, port);
        } catch (ProblemException malformed) {
            throw ProblemException.invalid("/target", "must be a host name, an address or a range such as 10.0.0.0/8");
        }
    }

    /** Reads what a list in the configuration holds: a target, with {@code :port} behind it or not. */
    static Target configured(String text) {
        var colon = text.lastIndexOf(':');
        var ported = colon > 0 && text.substring(colon + 1).matches("\\d{1,5}");
        // The last part of a bare IPv6 address looks like a port.
        if (ported && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']' || text.lastIndexOf('/') > 0)) {
            return parse(text.substring(0, colon), Integer.valueOf(text.substring(colon + 1)));
        }
        return parse(text, null);
    }

    /** The target as it is stored and shown. */
    public String text() {
        if (range == null) {
            return String.valueOf(name);
        }
        return range.isSingle() ? range.base().getHostAddress() : range.toString();
    }

    /** Whether the rule opens this address of this destination. A metadata service must be named exactly. */
    boolean opens(Destination destination, InetAddress address) {
        if (port != null && port != destination.port()) {
            return false;
        }
        if (range == null) {
            return destination.host().equals(name) && !AddressRanges.isMetadata(address);
        }
        return range.contains(address) && (range.isSingle() || !AddressRanges.isMetadata(address));
    }

    /** Whether it names the destination itself, whatever the addresses. */
    boolean names(Destination destination) {
        var literal = destination.literal();
        return range == null
                ? destination.host().equals(name) || destination.host().endsWith("." + name)
                : literal != null && range.contains(literal);
    }
}
