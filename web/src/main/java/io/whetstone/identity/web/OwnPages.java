package io.whetstone.identity.web;

import io.whetstone.kernel.service.HttpConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    /** Whether this is where the request came to, or where people reach this installation. */
    boolean isOwn(@Nullable String origin, @Nullable String host) {
        return origin == null
                || origin.replaceFirst("^https?://", "").equalsIgnoreCase(host)
                || origin.equalsIgnoreCase(config.url().replaceAll("/+$", ""));
    }
}
