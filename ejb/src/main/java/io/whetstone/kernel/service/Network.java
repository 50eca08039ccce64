package io.whetstone.kernel.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A network address or a range of them, such as {@code 192.0.2.0/24} (RFC 4632) or {@code 2001:db8::/32}. */
public record Network(byte[] prefix, int bits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]+");

    public Network {
        prefix = prefix.clone();
    }

    public static Network parse(String text) {
        var slash = text.indexOf('/');
        var prefix = bytes(slash < 0 ? text.strip() : text.substring(0, slash).strip());
        var bits = slash < 0 ? prefix.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1).strip());
        if (bits < 0 || bits > prefix.length * Byte.SIZE) {
            throw new IllegalArgumentException("Not a network: " + text);
        }
        return new Network(prefix, bits);
    }

    /** Whether an address lies in it; a text that is no address lies nowhere. */
    public boolean contains(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return false;
        }
        var other = bytes(address);
        if (other.length != prefix.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % Byte.SIZE);
            if (((prefix[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Never asks a name server: only literal addresses get here. */
    private static byte[] bytes(String literal) {
        if (!LITERAL.matcher(literal).matches()) {
            throw new IllegalArgumentException("Not a network address: " + literal);
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("Not a network address: " + literal, malformed);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && bits == network.bits && Arrays.equals(prefix, network.prefix);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(prefix) * 31 + bits;
    }

    @Override
    public String toString() {
        return "Network[" + HexFormat.of().formatHex(prefix) + "/" + bits + "]";
    }
}
