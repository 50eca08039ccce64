package io.whetstone.sso.web;

import jakarta.ws.rs.core.NewCookie;

/**
 * The cookie that ties a sign-in to the browser that began it. It is sent when another site leads back here, which the
 * cookie of a session is not.
 */
final class BrowserCookie {
    static final String NAME = "ws_sso";

    private BrowserCookie() {}

    static NewCookie of(String secret, long seconds, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(secret)
                .path("/api/auth/sso")
                .maxAge((int) seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
