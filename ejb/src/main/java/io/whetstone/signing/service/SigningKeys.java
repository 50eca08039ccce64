package io.whetstone.signing.service;

import com.nimbusds.jose.jwk.RSAKey;
import io.whetstone.signing.service.internal.KeyRing;
import io.whetstone.signing.service.internal.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of access tokens (RS256). One signs; those before it verify what they signed. What the database holds is
 * read again every few seconds and whenever a token names an unknown key, so that all nodes agree.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofMillis(100);

    @Inject
    KeyRing ring;

    @Inject
    SigningConfig config;

    @Inject
    Clock clock;

    private volatile @Nullable KeySet current;

    /** The key that signs now. */
    public RSAKey signing() {
        var known = read(FRESH);
        return known.signing(clock.instant().minus(config.rotateAfter())).orElseGet(this::rotated);
    }

    /** The public key of this id; empty when it was never ours, or its last token has expired. */
    public Optional<RSAKey> find(String id) {
        return read(FRESH).find(id).or(() -> read(RETRY).find(id));
    }

    /** All that verify tokens now, public halves only, as a JWK set (RFC 7517). */
    public String published() {
        signing();
        return read(FRESH).published().toString();
    }

    private RSAKey rotated() {
        var pair = KeySet.newPair();
        ring.rotate(pair, KeySet.id(pair));
        return read(Duration.ZERO)
                .signing(clock.instant().minus(config.rotateAfter()))
                .orElseThrow(() -> new IllegalStateException("No key signs access tokens"));
    }

    private KeySet read(Duration maxAge) {
        var known = current;
        var now = clock.instant();
        if (known != null && now.isBefore(known.readAt().plus(maxAge))) {
            return known;
        }
        var read = KeySet.of(ring.accepted(), now);
        current = read;
        return read;
    }
}
