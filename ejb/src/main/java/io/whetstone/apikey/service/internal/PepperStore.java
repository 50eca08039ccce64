package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.entity.PepperRepository;
import io.whetstone.apikey.entity.PepperRepository.Sealed;
import io.whetstone.kernel.service.Sealer;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/** Keeps the key of {@link Pepper}; the first node that needs it makes it. */
@Stateless
@PermitAll
@SystemScoped
public class PepperStore {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    @Inject
    PepperRepository peppers;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    public byte[] load() {
        if (peppers.find().isEmpty()) {
            var fresh = new byte[BYTES];
            RANDOM.nextBytes(fresh);
            var id = UUID.randomUUID();
            var sealed = sealer.seal(purpose(id), Base64.getEncoder().encodeToString(fresh));
            peppers.add(new Sealed(id, sealed), clock.instant());
        }
        var kept = peppers.find().orElseThrow();
        return Base64.getDecoder().decode(sealer.open(purpose(kept.id()), kept.text()));
    }

    private static String purpose(UUID id) {
        return "api_key_pepper:" + id;
    }
}
