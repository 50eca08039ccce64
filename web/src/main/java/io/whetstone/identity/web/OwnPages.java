package io.whetstone.identity.web;

import io.whetstone.kernel.service.HttpConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests of this installation's own pages from those that a browser sends for a page of another site. Browsers
 * say so in {@code Sec-Fetch-Site}, older ones in {@code Origin}; programs send neither and have no cookies to misuse.
 */
@ApplicationScoped
public class OwnPages {
    @Inject
    HttpConfig config;

    /** By the headers of a request of these names. */
    boolean sent(@Nullable String secFetchSite, @Nullable String origin, @Nullable String host) {
        return secFetchSite == null
                ? isOwn(origin, host)
                : secFetchSite.equals("same-origin") || secFetchSite.equals("none");
    }

    /**
     * Whether a person went somewhere by a page of ours or by typing the address, and no other site led there. Browsers
     * that say nothing about that, as over plain HTTP, name the page that they come from.
     */
    public boolean ledTo(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var page = request.getHeader("Referer");
        return site == null
                ? page != null && isOwn(page.replaceFirst("^(https?://[^/?#]*).*", "$1"), request.getHeader("Host"))
                : site.equals("same-origin") || site.equals("none");
    }

    /** Whether this is where the request came to, or where people reach this installation. */
    boolean isOwn(@Nullable String origin, @Nullable String host) {
        return origin == null
                || origin.replaceFirst("^https?://", "").equalsIgnoreCase(host)
                || origin.equalsIgnoreCase(config.url().replaceAll("/+$", ""));
    }
}
