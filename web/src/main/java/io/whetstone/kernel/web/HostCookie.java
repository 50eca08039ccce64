package io.whetstone.kernel.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that no script can read. Where people come by https its name says {@code __Host-}: then browsers take it
 * from this very host by https only, and no other host of the domain can plant one.
 *
 * @param path where it is sent to; everywhere on this host with the prefix, which demands it
 */
public record HostCookie(String name, String path, NewCookie.SameSite sameSite) {
    private static final String PREFIX = "__Host-";

    /** What the browser sent back; null when it sent none. */
    public @Nullable String read(HttpServletRequest request, boolean secure) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(secure)))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    public NewCookie of(String value, long seconds, boolean secure) {
        return new NewCookie.Builder(name(secure))
                .value(value)
                .path(secure ? "/" : path)
                .maxAge((int) seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(sameSite)
                .build();
    }

    private String name(boolean secure) {
        return secure ? PREFIX + name : name;
    }
}
