package io.whetstone.sso.web;

import io.whetstone.identity.web.OwnPages;
import io.whetstone.kernel.service.Origin;
import io.whetstone.kernel.web.HostCookie;
import io.whetstone.sso.service.SsoConfig;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that ties a sign-in to the browser that began it. It is sent when another site leads back here, which the
 * cookie of a session is not.
 */
@RequestScoped
public class BrowserCookie {
    private static final HostCookie COOKIE = new HostCookie("ws_sso", "/api/auth/sso", NewCookie.SameSite.LAX);

    @Inject
    SsoConfig config;

    @Inject
    Origin origin;

    @Inject
    OwnPages pages;

    @Inject
    HttpServletRequest request;

    /** Whether a person chose to come here, and no other site led there. */
    boolean wasLedByPerson() {
        return pages.ledTo(request);
    }

    /** What the browser began a sign-in with; null when it began none. */
    @Nullable
    String secret() {
        return COOKIE.read(request, origin.isSecure());
    }

    NewCookie of(String secret) {
        return COOKIE.of(secret, config.signInLife().toSeconds(), origin.isSecure());
    }
}
