package io.whetstone.outbound.service.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells addresses of the internet from all others: those of the IANA special-purpose registries, and IPv6 addresses
 * that carry such an IPv4 address to a translator or a tunnel.
 */
final class AddressRanges {
    private static final int V6_LENGTH = 16;

    private static final List<Named> SPECIAL = List.of(
            named("0.0.0.0/8", "this network"),
            named("10.0.0.0/8", "private network"),
            named("100.64.0.0/10", "carrier-grade NAT"),
            named("127.0.0.0/8", "loopback"),
            named("169.254.0.0/16", "link-local"),
            named("172.16.0.0/12", "private network"),
            named("192.0.0.0/24", "protocol assignments"),
            named("192.0.2.0/24", "documentation"),
            named("192.88.99.0/24", "6to4 relay"),
            named("192.168.0.0/16", "private network"),
            named("198.18.0.0/15", "benchmarking"),
            named("198.51.100.0/24", "documentation"),
            named("203.0.113.0/24", "documentation"),
            named("224.0.0.0/4", "multicast"),
            named("255.255.255.255/32", "broadcast"),
            named("240.0.0.0/4", "reserved"),
            named("::/128", "unspecified"),
            named("::1/128", "loopback"),
            named("64:ff9b:1::/48", "local NAT64"),
            named("100::/64", "discard-only"),
            named("2001:db8::/32", "documentation"),
            named("3fff::/20", "documentation"),
            named("fc00::/7", "unique local"),
            named("fe80::/10", "link-local"),
            named("fec0::/10", "site-local"),
            named("ff00::/8", "multicast"));

    /** Where an IPv6 address of such a range carries an IPv4 address. */
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier(Cidr.of("::/96"), "IPv4-compatible", 12, 0),
            new Carrier(Cidr.of("64:ff9b::/96"), "NAT64", 12, 0),
            new Carrier(Cidr.of("2002::/16"), "6to4", 2, 0),
            new Carrier(Cidr.of("2001::/32"), "Teredo", 4, 0),
            new Carrier(Cidr.of("2001::/32"), "Teredo", 12, 0xff));

    private static final Cidr PROTOCOL_ASSIGNMENTS = Cidr.of("2001::/23");
    private static final Cidr TEREDO = Cidr.of("2001::/32");
    private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");
    private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");

    /** Where clouds tell a machine its own credentials. Some of them lie among public addresses. */
    private static final Set<InetAddress> METADATA = Stream.of(
                    "169.254.169.254",
                    "169.254.170.2",
                    "169.254.170.23",
                    "100.100.100.200",
                    "168.63.129.16",
                    "192.0.0.192",
                    "fd00:ec2::254",
                    "fd00:ec2::23",
                    "fd20:ce::254")
            .map(text ->
                    Cidr.of(text + (text.indexOf(':') < 0 ? "/32" : "/128")).base())
            .collect(Collectors.toUnmodifiableSet());

    private AddressRanges() {}

    private record Named(Cidr range, String name) {}

    private record Carrier(Cidr range, String name, int offset, int mask) {
        InetAddress carried(byte[] bytes) {
            var v4 = Arrays.copyOfRange(bytes, offset, offset + 4);
            for (var index = 0; index < v4.length; index++) {
                v4[index] ^= (byte) mask;
            }
            return address(v4);
        }
    }

    /** What kind of address it is when it is not one of the internet; null when it is. */
    static @Nullable String special(InetAddress address) {
        for (var named : SPECIAL) {
            if (named.range().contains(address)) {
                return named.name();
            }
        }
        return address.getAddress().length == V6_LENGTH ? specialV6(address) : null;
    }

    /** Whether a cloud's metadata service answers there, also through a translator. */
    static boolean isMetadata(InetAddress address) {
        return METADATA.contains(address)
                || CARRIERS.stream()
                        .filter(carrier -> carrier.range().contains(address))
                        .anyMatch(carrier -> METADATA.contains(carrier.carried(address.getAddress())));
    }

    private static @Nullable String specialV6(InetAddress address) {
        for (var carrier : CARRIERS) {
            if (carrier.range().contains(address)) {
                var inner = special(carrier.carried(address.getAddress()));
                if (inner != null) {
                    return carrier.name() + " to " + inner;
                }
            }
        }
        if (PROTOCOL_ASSIGNMENTS.contains(address) && !TEREDO.contains(address)) {
            return "protocol assignments";
        }
        return GLOBAL_UNICAST.contains(address) || NAT64.contains(address) ? null : "reserved";
    }

    private static Named named(String range, String name) {
        return new Named(Cidr.of(range), name);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
