package io.whetstone.outbound.service;

import java.net.InetAddress;

/** Tells addresses of the internet from those of a private network. */
class Addresses {
    private Addresses() {}

    /**
     * Loopback, link-local, site-local, carrier-grade and unique local addresses, and those that name no single host.
     */
    static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isReserved(address.getAddress());
    }

    private static boolean isReserved(byte[] bytes) {
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            return first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128);
        }
        return (first & 0xfe) == 0xfc;
    }
}
