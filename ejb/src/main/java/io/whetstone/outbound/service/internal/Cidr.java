package io.whetstone.outbound.service.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A range of addresses: those that agree with {@code base} in the first {@code length} bits. */
public record Cidr(InetAddress base, int length) {
    /** Clears the bits behind the prefix, so that equal ranges are written alike. */
    public Cidr {
        var bits = base.getAddress();
        if (length < 0 || length > bits.length * Byte.SIZE) {
            throw new IllegalArgumentException("/" + length + " is no length of a prefix");
        }
        for (var bit = length; bit < bits.length * Byte.SIZE; bit++) {
            bits[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        base = address(bits);
    }

    /** Reads {@code address/length}; null when it is not written so. */
    public static @Nullable Cidr parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return null;
        }
        var base = Literals.parse(text.substring(0, slash));
        var length = Integer.parseInt(text.substring(slash + 1));
        if (base == null || length > base.getAddress().length * Byte.SIZE) {
            return null;
        }
        return new Cidr(base, length);
    }

    static Cidr of(String text) {
        var parsed = parse(text);
        if (parsed == null) {
            throw new IllegalArgumentException(text);
        }
        return parsed;
    }

    /** Whether the range names one address only. */
    boolean isSingle() {
        return length == base.getAddress().length * Byte.SIZE;
    }

    boolean contains(InetAddress address) {
        var mine = base.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (var bit = 0; bit < length; bit++) {
            if ((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) << bit % Byte.SIZE << 24 < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + length;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
