package io.whetstone.kernel.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A range of addresses in CIDR form (RFC 4632), such as {@code 10.1.0.0/16}; a single address is a range of one. */
public record Network(InetAddress address, int bits) {
    /** Only what is an address already: a name would be looked up. */
    private static final Pattern FORM =
            Pattern.compile("([0-9]+(?:\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?");

    /** Empty when the text is neither an address nor a range. */
    public static Optional<Network> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var address = InetAddress.getByName(matcher.group(1));
            var most = address.getAddress().length * Byte.SIZE;
            var bits = matcher.group(2) == null ? most : Integer.parseInt(matcher.group(2));
            return bits <= most ? Optional.of(new Network(address, bits)) : Optional.empty();
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The ranges of a setting, separated by commas; one that is none stops the start. */
    public static List<Network> list(String setting, Optional<String> value) {
        return value.stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(text -> parse(text.strip())
                        .orElseThrow(() -> new IllegalStateException("%s: %s is no network".formatted(setting, text))))
                .toList();
    }

    /** Whether an address, as a text, is in one of these; no other text is. */
    public static boolean anyContains(List<Network> networks, String address) {
        return parse(address)
                .filter(known -> networks.stream().anyMatch(network -> network.contains(known.address())))
                .isPresent();
    }

    public boolean contains(InetAddress other) {
        var mine = address.getAddress();
        var theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
