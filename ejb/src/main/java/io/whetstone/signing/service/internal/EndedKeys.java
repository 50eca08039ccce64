package io.whetstone.signing.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.signing.entity.SigningKeyRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Keys that signed nothing that still lives. */
@ApplicationScoped
@SystemScoped
public class EndedKeys implements Purgeable {
    @Inject
    SigningKeyRepository keys;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "signing_keys";
    }

    @Override
    public boolean hasExpired() {
        return keys.hasEndedBefore(limit());
    }

    @Override
    public void purge(int most) {
        keys.removeEndedBefore(limit(), most);
    }

    private Instant limit() {
        return clock.instant();
    }
}
