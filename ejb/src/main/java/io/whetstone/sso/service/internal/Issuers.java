package io.whetstone.sso.service.internal;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import io.whetstone.sso.service.SsoConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The discovery documents and signing keys of the issuers, kept for a while. A token that names an unknown key makes
 * them be read again, but not at every such token.
 */
@ApplicationScoped
public class Issuers {
    private static final int MOST = 500;

    @Inject
    OidcHttp http;

    @Inject
    SsoConfig config;

    @Inject
    Clock clock;

    private final Map<URI, Kept<OidcMetadata>> documents = new ConcurrentHashMap<>();
    private final Map<URI, Kept<JWKSet>> keys = new ConcurrentHashMap<>();

    private record Kept<T>(T value, Instant since) {}

    OidcMetadata metadata(URI issuer) {
        var kept = documents.get(issuer);
        if (kept != null && isFresh(kept.since())) {
            return kept.value();
        }
        return keep(documents, issuer, read(issuer));
    }

    /** The document as it is now (OpenID Connect Discovery 1.0, section 4). */
    OidcMetadata read(URI issuer) {
        var address = URI.create(issuer.toString().replaceAll("/$", "") + "/.well-known/openid-configuration");
        var answer = http.get(address, Map.of());
        if (!answer.ok() || !answer.body().isObject()) {
            throw new UpstreamException("%s answered %d and no discovery document".formatted(address, answer.status()));
        }
        var named = answer.body().path("issuer").asText();
        if (!named.equals(issuer.toString())) {
            throw new UpstreamException("The discovery document is of the issuer \"%s\"".formatted(named));
        }
        return new OidcMetadata(answer.body());
    }

    /** The keys that may have made a signature with this header. */
    List<JWK> keysFor(JWSHeader header, OidcMetadata metadata) {
        var selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
        var kept = keys.get(metadata.keys());
        if (kept != null && isFresh(kept.since())) {
            var found = selector.select(kept.value());
            if (!found.isEmpty() || clock.instant().isBefore(kept.since().plus(config.keyRefreshInterval()))) {
                return found;
            }
        }
        return selector.select(keep(keys, metadata.keys(), readKeys(metadata)));
    }

    JWKSet readKeys(OidcMetadata metadata) {
        var answer = http.get(metadata.keys(), Map.of());
        try {
            return JWKSet.parse(answer.body().toString());
        } catch (ParseException malformed) {
            throw new UpstreamException("%s answered no keys".formatted(metadata.keys()), malformed);
        }
    }

    private <T> T keep(Map<URI, Kept<T>> cache, URI address, T value) {
        if (cache.size() >= MOST) {
            cache.clear();
        }
        cache.put(address, new Kept<>(value, clock.instant()));
        return value;
    }

    private boolean isFresh(Instant since) {
        return clock.instant().isBefore(since.plus(config.discoveryLife()));
    }
}
