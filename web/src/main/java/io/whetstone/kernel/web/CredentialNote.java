package io.whetstone.kernel.web;

import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.Json;
import io.whetstone.kernel.service.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes for the audit that somebody presented a credential that proves nothing: forged, revoked, or of an ended
 * session. One that has merely expired is daily life, and a forger would not say so.
 */
@ApplicationScoped
class CredentialNote {
    private static final Pattern CLAIMS = Pattern.compile("(?i:bearer) +\\S+?\\.([A-Za-z0-9_-]+)\\.\\S+ *");

    @Inject
    Event<Audited> audit;

    @Inject
    Origin origin;

    @Inject
    Proxies proxies;

    @Inject
    Clock clock;

    void note(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || hasExpired(header)) {
            return;
        }
        // The container refused it before the filter that says where requests come from.
        var agent = request.getHeader("User-Agent");
        origin.set(
                proxies.client(request),
                agent == null ? "" : agent,
                CorrelationFilter.current(),
                proxies.isSecure(request));
        audit.fire(new Audited(
                "credential.refused", null, "endpoint", null, Map.of(), Map.of("method", request.getMethod())));
    }

    private boolean hasExpired(String header) {
        var expiry = expiry(header);
        return expiry != null && expiry <= clock.instant().getEpochSecond();
    }

    /** What a token says of its own end, true or not; null when it says nothing. */
    private static @Nullable Long expiry(String header) {
        var matcher = CLAIMS.matcher(header);
        if (!matcher.matches()) {
            return null;
        }
        try {
            var claims = Json.mapper().readTree(Base64.getUrlDecoder().decode(matcher.group(1)));
            return claims.path("exp").isIntegralNumber() ? claims.path("exp").asLong() : null;
        } catch (IOException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
