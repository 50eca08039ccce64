package io.whetstone.signing.service.internal;

import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.Sealer;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.signing.entity.SigningKey;
import io.whetstone.signing.entity.SigningKeyRepository;
import io.whetstone.signing.service.SigningConfig;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The stored keys. Each method is one short transaction; making a key is too slow for one. */
@Stateless
@PermitAll
@SystemScoped
public class KeyRing {
    private static final Logger LOGGER = System.getLogger(KeyRing.class.getName());

    /** Another node may have read the key that signs a moment before it retired. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    @Inject
    SigningKeyRepository keys;

    @Inject
    SigningConfig config;

    @Inject
    Sealer sealer;

    @Inject
    Event<Audited> audit;

    @Inject
    Clock clock;

    /** The keys that are accepted now, newest first. */
    public List<KeyView> accepted() {
        return keys.accepted(clock.instant()).stream().map(this::view).toList();
    }

    /** Lets a new key sign, unless another node was faster. */
    public void rotate(KeyPair pair, String id) {
        keys.lockRotation();
        var now = clock.instant();
        var former = keys.accepted(now);
        if (former.stream()
                .anyMatch(key -> key.signs() && now.isBefore(key.createdAt().plus(config.rotateAfter())))) {
            return;
        }
        var lastTokenEnds = now.plus(config.longestTokenLife()).plus(MARGIN);
        former.stream().filter(SigningKey::hasNoEnd).forEach(key -> key.retire(now, lastTokenEnds));
        var secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        keys.add(new SigningKey(
                id, sealer.seal(purpose(id), secret), pair.getPublic().getEncoded(), now));
        LOGGER.log(Level.INFO, "signing_key.rotated id=" + id);
        audit.fire(new Audited("signing_key.rotated", null, "signing_key", null, Map.of(), Map.of("keyId", id))
                .ofSystem());
    }

    private KeyView view(SigningKey key) {
        var sealed = key.sealedPrivateKey();
        var secret = key.signs() && sealed != null ? sealer.open(purpose(key.id()), sealed) : null;
        var open = Base64.getEncoder().encodeToString(key.publicKey());
        return new KeyView(key.id(), open, secret, key.createdAt());
    }

    private static String purpose(String id) {
        return "signing-key:" + id;
    }
}
