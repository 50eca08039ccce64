package io.whetstone.throttle.service;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.throttle.entity.FailedAttemptsRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Failures that make nobody wait any more. */
@ApplicationScoped
@SystemScoped
public class ForgottenFailures implements Purgeable {
    @Inject
    FailedAttemptsRepository failures;

    @Inject
    ThrottleConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "failed_attempts";
    }

    @Override
    public boolean hasExpired() {
        return failures.hasBefore(limit());
    }

    @Override
    public void purge(int most) {
        failures.removeBefore(limit(), most);
    }

    private Instant limit() {
        return clock.instant().minus(config.forgetAfter());
    }
}
