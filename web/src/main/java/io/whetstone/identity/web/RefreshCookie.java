package io.whetstone.identity.web;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;

/** The cookie that keeps a browser signed in. No script can read it and no other site can send it. */
public final class RefreshCookie {
    public static final String NAME = "ws_refresh";

    private RefreshCookie() {}

    public static NewCookie of(String token, long seconds, UriInfo uri) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path("/api/auth")
                .maxAge((int) seconds)
                .httpOnly(true)
                .secure("https".equals(uri.getRequestUri().getScheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    public static NewCookie gone(UriInfo uri) {
        return of("", 0, uri);
    }
}
