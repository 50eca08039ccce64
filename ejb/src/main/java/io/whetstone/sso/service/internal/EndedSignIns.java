package io.whetstone.sso.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.sso.entity.SsoSignInRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Sign-ins at a provider that never came back. */
@ApplicationScoped
@SystemScoped
public class EndedSignIns implements Purgeable {
    @Inject
    SsoSignInRepository signIns;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "sso_sign_ins";
    }

    @Override
    public boolean hasExpired() {
        return signIns.hasExpired(limit());
    }

    @Override
    public void purge(int most) {
        signIns.removeExpired(limit());
    }

    private Instant limit() {
        return clock.instant();
    }
}
