package io.whetstone.outbound.service.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses written out. Only the usual form counts: {@code 127.1}, {@code 0177.0.0.1}, {@code 0x7f000001} and
 * {@code 2130706433} mean different hosts to different programs, so they mean none to us.
 */
final class Literals {
    private static final String OCTET = "(?:0|[1-9]\\d{0,2})";
    private static final Pattern V4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*(?:(?:\\d{1,3}\\.){3}\\d{1,3})?");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.*");

    private Literals() {}

    /** The address that the text is; null when it is none in its usual form. No name is ever looked up. */
    static @Nullable InetAddress parse(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return null;
        }
        try {
            var address = InetAddress.getByName(text);
            return address instanceof Inet4Address && text.indexOf(':') < 0 && !isCanonical(address, text)
                    ? null
                    : address;
        } catch (UnknownHostException malformed) {
            return null;
        }
    }

    /** Whether some programs would read the host as a number, in whatever form. */
    static boolean looksNumeric(String host) {
        return ENDS_IN_NUMBER.matcher(host).matches();
    }

    private static boolean isCanonical(InetAddress address, String text) {
        return address.getHostAddress().equals(text);
    }
}
